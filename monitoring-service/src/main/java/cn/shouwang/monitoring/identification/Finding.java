package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.platform.rule.RuleBroken;

/// What a household is found to be: its category and its ranked risks.
public record Finding(Category category, Risks risks) {

    /// Rule M1: the category fits what the register says of the household.
    void mustSuit(BaseType baseType) {
        if (!category.suits(baseType)) {
            throw new RuleBroken(
                    "identification.category-unsuited", "%s is not for a %s household".formatted(category, baseType));
        }
    }

    /// Rule M2: at or below the line, or in sudden hardship above it; sudden hardship below the line
    /// needs a recorded ground.
    void mustMatchIncome(boolean withinLine, boolean groundGiven) {
        if (category != Category.SUDDEN_HARDSHIP && !withinLine) {
            throw new RuleBroken(
                    "identification.income-above-line", "%s is for incomes up to the line".formatted(category));
        }
        if (category == Category.SUDDEN_HARDSHIP && withinLine && !groundGiven) {
            throw new RuleBroken("identification.ground-missing", "sudden hardship below the line needs a ground");
        }
    }
}
