package cn.shouwang.seeded.tree;

import cn.shouwang.platform.event.Placed;
import org.axonframework.serialization.Revision;

public sealed interface NamelessEvent extends Placed {

    @Revision("1")
    record TreeFell(String division) implements NamelessEvent {}
}
