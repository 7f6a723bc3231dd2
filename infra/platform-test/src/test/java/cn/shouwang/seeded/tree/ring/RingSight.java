package cn.shouwang.seeded.tree.ring;

import cn.shouwang.platform.projection.Lookup;

/// Sound in itself: a decision may look up.
record RingSight(Lookup rows) {}
