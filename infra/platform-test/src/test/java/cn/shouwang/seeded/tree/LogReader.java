package cn.shouwang.seeded.tree;

import cn.shouwang.platform.store.Log;

record LogReader(Log log) {}
