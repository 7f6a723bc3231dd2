package cn.shouwang.seeded.tree;

import cn.shouwang.pear.PearEvent;

record Neighbour(PearEvent event) {}
