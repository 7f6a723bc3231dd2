package cn.shouwang.platform.store;

/// The command's key is in the log already: what it asked for was stored by an earlier attempt,
/// `commit`. The sender is answered as that attempt was.
public final class AlreadyStored extends RuntimeException {

    private final transient Commit commit;

    AlreadyStored(Commit commit) {
        super("stored before at position " + commit.position(), null, false, false);
        this.commit = commit;
    }

    public Commit commit() {
        return commit;
    }
}
