/// How monitoring ends: a household whose risk is stably gone is let go, once every criterion holds and
/// is shown to hold; one that fell back is taken up again; one in which nobody is left is closed.
///
/// Decided here: what is checked and with which facts, in which order visit, appraisal, review and
/// determination follow each other, and who may take which step. The notice that hangs in between is a
/// concept of its own ([cn.shouwang.monitoring.notice]). One stream per household, beside that of its
/// cases: a removal belongs to the case (`cycle`) that it ends, and is tried as often as needed
/// (`attempt`). Nothing here counts removals against a number: no target may be set for them (rule M10).
@NullMarked
package cn.shouwang.monitoring.removal;

import org.jspecify.annotations.NullMarked;
