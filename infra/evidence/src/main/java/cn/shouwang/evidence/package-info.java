/// Makes a log provable: nobody can change, remove, insert or reorder an event of it unnoticed.
///
/// Every event is one line of canonical JSON ([LeafLine]), the line one leaf of a Merkle tree as in RFC 9162
/// ([Frontier], [HashTree]). The tree's hashes are kept in tiles (c2sp.org/tlog-tiles, [Tiles]); its root is
/// signed from time to time as a [Checkpoint] inside a [SignedNote] (c2sp.org/tlog-checkpoint,
/// c2sp.org/signed-note) and can be signed once more by somebody else (c2sp.org/tlog-cosignature).
/// [Proofs] tell whether an event is in the tree, and whether one tree is the other one grown.
///
/// Nothing here knows a database, a service or a framework, so that whoever doubts the suite can read
/// the whole of it.
@NullMarked
package cn.shouwang.evidence;

import org.jspecify.annotations.NullMarked;
