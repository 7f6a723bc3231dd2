package cn.shouwang.seeded.tree;

sealed interface UnguardedCommand {

    record Prune() implements UnguardedCommand {}
}
