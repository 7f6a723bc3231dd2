package cn.shouwang.employment.contract;

import cn.shouwang.employment.profile.LabourProfileEvent;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileConfirmed;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileOpened;
import cn.shouwang.platform.messaging.Outgoing;
import cn.shouwang.platform.messaging.Publication;
import cn.shouwang.platform.store.Recorded;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What employment tells the others. What the platform records for itself stays at home.
@Component
class Published implements Publication {

    @Override
    public String topic() {
        return "employment";
    }

    @Override
    public Optional<Outgoing> of(Recorded recorded) {
        return recorded.event() instanceof LabourProfileEvent event ? of(event) : Optional.empty();
    }

    private static Optional<Outgoing> of(LabourProfileEvent event) {
        return switch (event) {
            case LabourProfileOpened opened ->
                Optional.of(new Outgoing(
                        "employment.labour-profile-opened.v1", opened.profile().toString(), contract(opened)));
            case LabourProfileConfirmed _ -> Optional.empty(); // nobody asks yet
        };
    }

    static LabourProfileOpenedV1 contract(LabourProfileOpened opened) {
        return new LabourProfileOpenedV1(
                opened.profile().value(),
                opened.household(),
                opened.member(),
                opened.division(),
                opened.ability(),
                opened.on());
    }
}
