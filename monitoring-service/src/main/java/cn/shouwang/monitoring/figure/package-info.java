/// The figures the county reports, each computed from the lists it opens to.
///
/// A read model of read models: nothing is stored, a number is counted when it is asked for from the rows
/// of the lists behind it, so that the two cannot disagree and the past is answered like the present
/// (`asOf`). Definitions are dated; an answer names the one it used. No figure sets or shows a target
/// (rule M10).
@NullMarked
package cn.shouwang.monitoring.figure;

import org.jspecify.annotations.NullMarked;
