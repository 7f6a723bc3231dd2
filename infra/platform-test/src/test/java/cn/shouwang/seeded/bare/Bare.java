package cn.shouwang.seeded.bare;

record Bare() {}
