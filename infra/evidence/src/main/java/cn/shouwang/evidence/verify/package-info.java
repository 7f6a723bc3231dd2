/// Tells whether a log is the one that was sealed, and if not, where it was changed, how, and since which
/// checkpoint that is certain.
///
/// [Verifier] goes once through a [SealedLog], from its first event to its last, in memory that does not
/// grow with the log but for some 100 bytes an event and a stream. It computes the tree of the events as they are, and
/// beside it the tree of every other account of them, the stored tiles and those of earlier copies
/// ([Reference]). At each checkpoint it asks which of these trees has the signed root. The one that has it
/// tells the truth up to there; where another differs from it is what was changed ([Suspects],
/// [Diagnosis]). Where none has it, the change lies between that checkpoint and the last that agreed.
///
/// What is decided here: a signature counts only by a key the caller trusts. What the caller holds himself,
/// a checkpoint or an earlier copy, counts more than what is stored beside the log, because whoever has
/// the log's key can write a second history and sign it, and only somebody else's memory tells that.
@NullMarked
package cn.shouwang.evidence.verify;

import org.jspecify.annotations.NullMarked;
