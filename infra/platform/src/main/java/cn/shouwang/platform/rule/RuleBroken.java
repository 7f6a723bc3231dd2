package cn.shouwang.platform.rule;

/// A well-formed command that the domain refuses.
///
/// `rule` is a stable code, `<concept>.<kebab>`, that clients may switch on; the web layer answers
/// 409 with problem type `urn:rule:<rule>`. The message is for a log reader and a developer: it is
/// never the contract and never carries personal data. A malformed request is a 400 and never
/// reaches the domain.
public final class RuleBroken extends RuntimeException {

    private final String rule;

    public RuleBroken(String rule, String message) {
        super(message, null, false, false); // an expected answer, not a fault: no stack trace
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }
}
