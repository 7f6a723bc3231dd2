package cn.shouwang.seeded.tree;

import cn.shouwang.seeded.tree.TreeCommand.PruneTree;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class UngatedTree {

    @CommandHandler
    void handle(PruneTree command) {}
}
