package cn.shouwang.seeded.tree;

import cn.shouwang.platform.event.Placed;

public interface LooseEvent extends Placed {}
