/// Every measure of every household, as a list; and since when a household lacks one.
@NullMarked
package cn.shouwang.monitoring.assistance.measures;

import org.jspecify.annotations.NullMarked;
