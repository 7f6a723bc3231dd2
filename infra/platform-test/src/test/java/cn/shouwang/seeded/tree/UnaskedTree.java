package cn.shouwang.seeded.tree;

import cn.shouwang.platform.security.Actor;
import cn.shouwang.seeded.tree.TreeCommand.PlantTree;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

/// Gated, but no gate stands before the first command.
@Aggregate
class UnaskedTree {

    @CommandHandler
    UnaskedTree(PlantTree command) {}

    @CommandHandlerInterceptor
    void gate(Actor actor) {}
}
