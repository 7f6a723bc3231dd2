/// The read log: who saw what of whom, why and when.
///
/// What is personal is shown masked. Whoever needs a field whole *reveals* it for a
/// [cn.shouwang.platform.reading.Purpose] from a list, for minutes, and only after the reveal is
/// durable. Reveals, searches by identity, exports and refused attempts are events of one kind of
/// stream, one stream per reading, in the same log as everything else: they cannot be taken out
/// without a gap. Who reads the read log is itself not recorded.
///
/// Decided here: who may see which kind of field for what, how long and how often, what is recorded
/// of it, and how much a flood of refusals may write.
@NullMarked
package cn.shouwang.platform.reading;

import org.jspecify.annotations.NullMarked;
