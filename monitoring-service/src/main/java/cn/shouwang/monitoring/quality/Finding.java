package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.MemberId;
import org.jspecify.annotations.Nullable;

/// What a rule of a version found: in which member, or in the household, and as what. Nothing
/// personal.
///
/// `told` counts the facts it rests on. An explanation holds for as many facts as there were then;
/// one more, and what is still found is found anew.
public record Finding(RuleId rule, int version, @Nullable MemberId member, String key, long told) {

    /// What makes two findings the same one, whatever their facts and version.
    Subject subject() {
        return new Subject(rule, member, key);
    }

    record Subject(RuleId rule, @Nullable MemberId member, String key) {}
}
