package cn.shouwang.evidence.verify;

import org.jspecify.annotations.Nullable;

/// A place where the log is not what was sealed: `right` has the leaf that was, proven by `contradicts`.
record Located(Suspect suspect, @Nullable Mark agrees, Mark contradicts, Reference right) {

    long position() {
        return suspect.position();
    }
}
