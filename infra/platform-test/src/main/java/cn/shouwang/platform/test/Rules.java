package cn.shouwang.platform.test;

import static org.hamcrest.Matchers.equalTo;

import cn.shouwang.platform.rule.RuleBroken;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/// Matches a refusal by its stable rule code, never by its message.
public final class Rules {

    private Rules() {}

    public static Matcher<RuleBroken> broken(String rule) {
        return new FeatureMatcher<>(equalTo(rule), "a command refused by rule", "rule") {
            @Override
            protected String featureValueOf(RuleBroken refusal) {
                return refusal.rule();
            }
        };
    }
}
