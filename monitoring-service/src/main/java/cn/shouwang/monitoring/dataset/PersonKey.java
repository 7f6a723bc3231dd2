package cn.shouwang.monitoring.dataset;

/// The keyed hash that stands for a person in the register's join keys and in facts, in two halves.
public record PersonKey(long high, long low) {

    /// Nothing personal.
    @Override
    public String toString() {
        return "PersonKey";
    }
}
