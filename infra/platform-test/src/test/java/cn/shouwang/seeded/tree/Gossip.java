package cn.shouwang.seeded.tree;

import cn.shouwang.seeded.contract.TreeFelledV1;

record Gossip(TreeFelledV1 felled) {}
