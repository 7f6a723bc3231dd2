/// Everything that ever happened to one household, in the order in which it was recorded: the audit
/// trail, in words, without personal data.
@NullMarked
package cn.shouwang.monitoring.household.timeline;

import org.jspecify.annotations.NullMarked;
