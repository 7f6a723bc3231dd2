package cn.shouwang.platform.store;

import cn.shouwang.platform.store.Commit.Entry;

/// One event as it lies in the log, unopened: what a reader of [Readers#stored] finds in
/// [Recorded#event()].
///
/// No upcaster has seen it, so its name and revision are those under which it was stored, and an event
/// that is two today is one here.
public record AsStored(Commit commit, int index) {

    public Entry entry() {
        return commit.events().get(index);
    }

    public long position() {
        return commit.position() + index;
    }

    public long sequence() {
        return commit.sequence() + index;
    }
}
