/// Households at risk of falling (back) into poverty: found, determined, followed.
///
/// One package per concept; inside it no layers. What others may know is in `contract`.
@NullMarked
package cn.shouwang.monitoring;

import org.jspecify.annotations.NullMarked;
