/// The log: every event a service ever decided, in one gapless order, in MongoDB.
///
/// Collection `log`, one document per commit: `{_id: position of its first event, stream, type,
/// sequence: of its first event, key?, print?, events: [{id, name, revision, at, payload, meta}]}`.
/// A commit is atomic because a document is. `key` recognises a repeated command, `print` tells
/// whether it was the same request. Appends go through one appender that numbers and inserts what
/// has gathered; readers keep the last position they have done.
@NullMarked
package cn.shouwang.platform.store;

import org.jspecify.annotations.NullMarked;
