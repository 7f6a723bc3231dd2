package cn.shouwang.employment.profile.roster;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.employment.profile.LabourProfileEvent;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileConfirmed;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileOpened;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps collection `profiles`, one row per profile: `{_id, division, household, member, ability,
/// cycle, openedOn, confirmedOn}`, days as ISO text. `confirmedOn` is the last day on which the
/// ability was asked.
@Component
class RosterProjection implements Projection {

    static final String NAME = "profiles";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(LabourProfileEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "_id"), Index.on("household", "division"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof LabourProfileEvent event) {
            rows.advance(event.profile().toString(), change(event));
        }
    }

    static Bson change(LabourProfileEvent event) {
        var known = combine(
                set("division", event.division()),
                set("ability", event.ability().name()),
                set("cycle", event.cycle()),
                set("confirmedOn", event.on().toString()));
        return switch (event) {
            case LabourProfileOpened opened ->
                combine(
                        known,
                        set("household", opened.household().toString()),
                        set("member", opened.member().toString()),
                        set("openedOn", opened.on().toString()));
            case LabourProfileConfirmed _ -> known;
        };
    }
}
