package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Hash;

/// A checkpoint that counts: signed by a key the caller trusts, or held by the caller.
public record Mark(long size, Hash root, boolean held) implements Comparable<Mark> {

    @Override
    public int compareTo(Mark other) {
        return Long.compare(size, other.size);
    }

    /// As it is quoted: the size and the beginning of the root.
    @Override
    public String toString() {
        return size + " (" + root.toBase64().substring(0, 12) + "…)";
    }
}
