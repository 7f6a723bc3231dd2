/// The duties as a list: whose, until when, where each stands.
@NullMarked
package cn.shouwang.monitoring.duty.list;

import org.jspecify.annotations.NullMarked;
