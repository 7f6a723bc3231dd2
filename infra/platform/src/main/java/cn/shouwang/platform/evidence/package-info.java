/// Makes the log of a service provable while it runs: seals it, looks after what was sealed, hands out
/// proofs.
///
/// [Sealer] reads commits as they are stored, off the write path, and hashes an event as one leaf
/// ([cn.shouwang.evidence.LeafLine]). The hashes lie in collection `tiles`, `{_id: "<level>/<index>", hashes}`;
/// signed checkpoints in `checkpoints`, `{_id: size, note, at}`, written only after the tiles they cover.
/// Every process computes the same from the same log, so it does not matter which of several writes.
///
/// Before each signature the sealer makes sure that it continues what it signed before; when it does not,
/// it signs nothing more and says why ([Finding]), until somebody has looked. The key lies in a file
/// outside the database ([SealKeys]). What the sealer cannot know stands in `infra/docs/adr/0023`.
@NullMarked
package cn.shouwang.platform.evidence;

import org.jspecify.annotations.NullMarked;
