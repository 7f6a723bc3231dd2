package cn.shouwang.monitoring.person;

/// Stands where the document of a forgotten person stood. Nobody enters it, so no one is ever found to
/// be the same person by it.
public record ForgottenDocument() implements PersonDocument {

    @Override
    public String value() {
        return "";
    }

    @Override
    public String masked() {
        return "";
    }

    @Override
    public String toString() {
        return "";
    }
}
