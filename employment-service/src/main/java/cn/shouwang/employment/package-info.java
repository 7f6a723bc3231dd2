/// Work for the members of determined households.
///
/// One package per concept; inside it no layers. What others may know is in `contract`.
@NullMarked
package cn.shouwang.employment;

import org.jspecify.annotations.NullMarked;
