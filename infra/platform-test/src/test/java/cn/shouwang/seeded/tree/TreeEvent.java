package cn.shouwang.seeded.tree;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import org.axonframework.serialization.Revision;

public sealed interface TreeEvent extends Placed {

    @Stored("tree.planted")
    @Revision("1")
    record TreePlanted(String tree, String division) implements TreeEvent {}

    @Stored("tree.pruned")
    @Revision("1")
    record TreePruned(String tree, String division) implements TreeEvent {}
}
