package cn.shouwang.monitoring.person;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.regex.Pattern;

/// Stands for someone who has no document yet, e.g. a newborn or a person missing from the hukou
/// register: `T-<village, 12 digits>-<seq>`, seq 1 to 999999. It must be replaced later; until then
/// the person counts as a gap in the data. It says nothing about who the person is.
public record TemporaryRef(String village, int seq) implements PersonDocument {

    private static final Pattern FORM = Pattern.compile("T-([0-9]{12})-([1-9][0-9]{0,5})");
    private static final Pattern VILLAGE = Pattern.compile("[0-9]{12}");

    public TemporaryRef {
        if (!VILLAGE.matcher(village).matches() || seq < 1 || seq > 999_999) {
            throw malformed();
        }
    }

    static TemporaryRef of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw malformed();
        }
        return new TemporaryRef(form.group(1), Integer.parseInt(form.group(2)));
    }

    @Override
    public String value() {
        return "T-" + village + "-" + seq;
    }

    @Override
    public String masked() {
        return value();
    }

    @Override
    public String toString() {
        return value();
    }

    private static RuleBroken malformed() {
        return new RuleBroken("person.temporary-ref-malformed", "a temporary reference is T-<village>-<number>");
    }
}
