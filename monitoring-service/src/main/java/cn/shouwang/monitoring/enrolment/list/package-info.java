/// Enrolments and how far each has come.
@NullMarked
package cn.shouwang.monitoring.enrolment.list;

import org.jspecify.annotations.NullMarked;
