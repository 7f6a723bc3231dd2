package cn.shouwang.seeded.tree;

record TreeHelper() {}
