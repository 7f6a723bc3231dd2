package cn.shouwang.seeded.tree;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.platform.security.Actor;
import cn.shouwang.seeded.tree.TreeCommand.PlantTree;
import cn.shouwang.seeded.tree.TreeCommand.PruneTree;
import cn.shouwang.seeded.tree.TreeEvent.TreePlanted;
import cn.shouwang.seeded.tree.TreeEvent.TreePruned;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Tree {

    @CommandHandler
    Tree(PlantTree command, Actor actor) {
        actor.mustReach(command.division());
        apply(new TreePlanted(command.tree(), command.division()));
    }

    @CommandHandlerInterceptor
    void gate(Actor actor) {
        actor.mustReach("440233");
    }

    @CommandHandler
    void handle(PruneTree command) {
        apply(new TreePruned(command.tree(), "440233"));
    }
}
