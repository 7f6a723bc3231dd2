/// Who is on the register, and which of them are monitored.
@NullMarked
package cn.shouwang.monitoring.household.roster;

import org.jspecify.annotations.NullMarked;
