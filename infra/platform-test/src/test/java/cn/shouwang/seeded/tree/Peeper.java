package cn.shouwang.seeded.tree;

import cn.shouwang.seeded.tree.ring.Bark;

record Peeper(Bark bark) {}
