package cn.shouwang.evidence.verify;

import cn.shouwang.evidence.Hash;
import org.jspecify.annotations.Nullable;

/// A place where the log and another account of it differ: `entry` is what stands there, if anything does,
/// `other` the hash of the leaf in the other account. Which of the two is right a checkpoint decides.
record Suspect(long position, @Nullable Entry entry, Hash other) {}
