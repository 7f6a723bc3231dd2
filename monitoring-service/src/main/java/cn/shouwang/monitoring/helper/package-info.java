/// Who helps a household, and the visits that are made to it.
///
/// One helper at a time, who helps no more households than the terms in force allow. Visits are
/// recorded in any order, also long after they were made, each under a number the visitor's device
/// chose. From the latest of them follows the day of the next. A visit names its photos; the files come
/// when the device has a connection, each once, and what was named and did not come stays to be seen.
@NullMarked
package cn.shouwang.monitoring.helper;

import org.jspecify.annotations.NullMarked;
