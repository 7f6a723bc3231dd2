/// Departments' files and how far they are. A department sees what its own account announced.
@NullMarked
package cn.shouwang.monitoring.batch.list;

import org.jspecify.annotations.NullMarked;
