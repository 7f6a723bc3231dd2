/// What the national form asks of a household and its members beyond who they are.
///
/// Nothing is decided here: these are the values that events of `household` carry. Each part is
/// told on its own and replaces that part whole; a part nobody has told, or that was forgotten, is
/// absent. What is asked follows the field inventory of the national collection form; names of
/// grades and kinds are those of the form as far as they are known, the rest follows from their
/// purpose.
@NullMarked
package cn.shouwang.monitoring.profile;

import org.jspecify.annotations.NullMarked;
