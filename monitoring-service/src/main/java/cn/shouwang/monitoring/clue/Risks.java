package cn.shouwang.monitoring.clue;

import cn.shouwang.platform.rule.RuleBroken;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;

/// One to five different risks, the most serious first. In JSON an array of names.
///
/// Source: rule M3 of the procedure; the national form has five risk fields, the first mandatory.
/// Refused with `clue.risks-count` or `clue.risks-repeated`.
public record Risks(@JsonValue List<RiskType> types) {

    public static final int MOST = 5;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Risks {
        types = List.copyOf(types);
        if (types.isEmpty() || types.size() > MOST) {
            throw new RuleBroken("clue.risks-count", "one to five risks are named");
        }
        if (new HashSet<>(types).size() < types.size()) {
            throw new RuleBroken("clue.risks-repeated", "a risk is named twice");
        }
    }

    public static Risks of(RiskType... types) {
        return new Risks(List.of(types));
    }

    /// Names in order, for rows.
    public List<String> names() {
        return types.stream().map(Enum::name).toList();
    }

    @Override
    public String toString() {
        return types.toString();
    }
}
