/// What this service reads of asset's events: only the fields it uses.
@NullMarked
package cn.shouwang.monitoring.contract.asset;

import org.jspecify.annotations.NullMarked;
