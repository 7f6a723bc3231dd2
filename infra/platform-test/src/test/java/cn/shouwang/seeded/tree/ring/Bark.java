package cn.shouwang.seeded.tree.ring;

/// Sound in itself; known to a class elsewhere that should not know it.
public class Bark {}
