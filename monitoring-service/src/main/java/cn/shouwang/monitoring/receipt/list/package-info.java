/// What a household received, by kind and day.
@NullMarked
package cn.shouwang.monitoring.receipt.list;

import org.jspecify.annotations.NullMarked;
