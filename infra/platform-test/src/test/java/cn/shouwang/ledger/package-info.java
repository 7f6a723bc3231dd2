/// A history with no meaning in which everything happens that can be flagged.
@NullMarked
package cn.shouwang.ledger;

import org.jspecify.annotations.NullMarked;
