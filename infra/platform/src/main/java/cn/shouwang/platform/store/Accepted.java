package cn.shouwang.platform.store;

/// What a command's sender is told: the id of the subject (the stream), the log position of the last
/// event stored, and whether this command began the stream.
///
/// On the wire `{"id": …, "position": …}`, 201 when it began a stream and 200 otherwise, with the
/// position in `Log-Position` too. It is a function of the stored commit alone,
/// so a repeated request can be answered the same even after a restart.
public record Accepted(String id, long position, boolean created) {}
