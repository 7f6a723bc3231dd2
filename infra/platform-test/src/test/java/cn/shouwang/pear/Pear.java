package cn.shouwang.pear;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.pear.PearCommand.PlantPear;
import cn.shouwang.pear.PearCommand.WaterPear;
import cn.shouwang.pear.PearCommand.WaterWithoutAsking;
import cn.shouwang.pear.PearEvent.PearPlanted;
import cn.shouwang.pear.PearEvent.PearWatered;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/// A tree that may be watered ten litres in all.
@Aggregate
@SuppressWarnings("NullAway.Init") // the first event fills the fields
class Pear {

    @AggregateIdentifier
    private String id;

    private String division;
    private int litres;

    Pear() {}

    @CommandHandler
    Pear(PlantPear command, Actor actor) {
        actor.mustReach(command.division());
        apply(new PearPlanted(command.pear(), command.division(), command.on()));
    }

    @CommandHandler
    void handle(WaterPear command, Actor actor) {
        actor.mustReach(division);
        if (litres + command.litres() > 10) {
            throw new RuleBroken("pear.drowned", "too much water");
        }
        apply(new PearWatered(id, division, command.litres()));
    }

    @CommandHandler
    void handle(WaterWithoutAsking command) {
        apply(new PearWatered(id, division, 1));
    }

    @EventSourcingHandler
    void on(PearEvent event) {
        switch (event) {
            case PearPlanted planted -> {
                id = planted.pear();
                division = planted.division();
            }
            case PearWatered watered -> litres += watered.litres();
        }
    }
}
