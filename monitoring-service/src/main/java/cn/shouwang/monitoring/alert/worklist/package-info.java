/// The alerts of a division, highest rank first, how often each rule was right, and what is to be looked at
/// carefully in a case.
@NullMarked
package cn.shouwang.monitoring.alert.worklist;

import org.jspecify.annotations.NullMarked;
