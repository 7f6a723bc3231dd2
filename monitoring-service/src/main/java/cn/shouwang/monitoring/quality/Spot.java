package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.MemberId;
import org.jspecify.annotations.Nullable;

/// Where a rule found something: the member, or no one when it is about the household, and a word
/// that tells apart what the rule looks at. Nothing personal. `told` counts the facts the finding
/// rests on; it grows with each that is added.
record Spot(@Nullable MemberId member, String key, long told) {}
