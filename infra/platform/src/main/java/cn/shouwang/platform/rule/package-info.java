/// Business rules as answers.
///
/// A refusal is a [cn.shouwang.platform.rule.RuleBroken] with a stable code; the sentence a user
/// reads is found by that code in the service's `messages*.properties`, Chinese first.
@NullMarked
package cn.shouwang.platform.rule;

import org.jspecify.annotations.NullMarked;
