package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Hashing;

/// A log with what was sealed of it, right or not: a database, an exported folder.
///
/// Whoever reads a log that is still written to asks for the checkpoints first and for the events last; then
/// nothing was sealed that is not read.
public interface SealedLog extends TileStore {

    /// In the order of the sizes they are filed under, none that is filed after this call.
    Cursor<StoredNote> checkpoints();

    /// In the order in which they are stored, their leaves hashed so.
    Cursor<Entry> entries(Hashing hashing);

    /// How many events there are, as of now.
    long head();
}
