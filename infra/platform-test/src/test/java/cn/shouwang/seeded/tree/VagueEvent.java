package cn.shouwang.seeded.tree;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import org.axonframework.serialization.Revision;

public sealed interface VagueEvent extends Placed {

    @Stored("tree.status")
    @Revision("1")
    record TreeStatusChanged(String division, String from, String to) implements VagueEvent {}
}
