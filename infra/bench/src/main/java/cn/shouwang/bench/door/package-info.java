/// The way in: a visitor without an account, and a person who signs in through the gateway as a browser
/// does.
///
/// An answer is whatever the gateway says, refusals included; [NoAnswer] means that nothing is known, so
/// a command may be repeated under the same key.
@NullMarked
package cn.shouwang.bench.door;

import org.jspecify.annotations.NullMarked;
