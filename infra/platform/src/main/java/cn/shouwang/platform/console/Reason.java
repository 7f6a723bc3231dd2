package cn.shouwang.platform.console;

import cn.shouwang.platform.rule.RuleBroken;

/// Nothing is done at the console without one.
final class Reason {

    private Reason() {}

    static void mustBeGiven(String reason) {
        if (reason.isBlank()) {
            throw new RuleBroken("console.reason-missing", "nothing is done at the console without a reason");
        }
    }
}
