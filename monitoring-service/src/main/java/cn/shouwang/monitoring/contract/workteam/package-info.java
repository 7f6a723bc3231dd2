/// What this service reads of workteam's events: only the fields it uses.
@NullMarked
package cn.shouwang.monitoring.contract.workteam;

import org.jspecify.annotations.NullMarked;
