package cn.shouwang.employment.profile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cn.shouwang.employment.profile.LabourProfileCommand.OpenLabourProfile;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileConfirmed;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileOpened;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// Decides whether a member gets a labour profile.
@Aggregate
class LabourProfile {

    @AggregateIdentifier
    private @Nullable LabourProfileId id;

    private @Nullable String village;

    LabourProfile() {} // for Axon, before it replays the stream

    /// A household that comes back is determined anew, so asking again is no mistake: it confirms.
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenLabourProfile command, Actor actor, Clock clock) {
        actor.mustReach(command.village());
        if (village != null) {
            actor.mustReach(village);
        }
        requireAble(command.ability());
        requireNotAhead(command.on(), clock);
        apply(id == null ? opened(command) : confirmed(command));
    }

    private static LabourProfileOpened opened(OpenLabourProfile command) {
        return new LabourProfileOpened(
                command.profile(),
                command.village(),
                command.household(),
                command.member(),
                command.ability(),
                command.cycle(),
                command.on());
    }

    private static LabourProfileConfirmed confirmed(OpenLabourProfile command) {
        return new LabourProfileConfirmed(
                command.profile(), command.village(), command.ability(), command.cycle(), command.on());
    }

    @EventSourcingHandler
    void on(LabourProfileEvent event) {
        id = event.profile();
        village = event.division();
    }

    private static void requireAble(LabourAbility ability) {
        if (!ability.canWork()) {
            throw new RuleBroken("profile.not-able", "ability " + ability + " gets no labour profile");
        }
    }

    private static void requireNotAhead(LocalDate on, Clock clock) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleBroken("profile.date-ahead", on + " has not come yet");
        }
    }
}
