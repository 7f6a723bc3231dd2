package cn.shouwang.platform.security;

/// The part of the map a question may see. Only the [Gate] makes one, and no list can be read
/// without one: a query that did not pass the gate does not compile.
public final class Scope {

    private final String division;

    Scope(String division) {
        if (division.isEmpty()) {
            throw new OutOfDivision();
        }
        this.division = division;
    }

    /// Prefix of every division code that may be seen; never empty.
    public String division() {
        return division;
    }

    /// First code after all that start with the prefix, for a range over an ordered index.
    public String end() {
        var last = division.length() - 1;
        return division.substring(0, last) + (char) (division.charAt(last) + 1);
    }
}
