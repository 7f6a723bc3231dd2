package cn.shouwang.monitoring.report.readings;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps `case_links`, one row per clue that led to a case: `{_id: clue, division, household}`.
@Component
class CaseLinkProjection implements Projection {

    static final String NAME = "case_links";

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
        return List.of(IdentificationEvent.class);
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof IdentificationOpened opened && opened.clue() != null) {
            rows.advance(
                    opened.clue().toString(),
                    combine(
                            set("division", opened.division()),
                            set("household", opened.household().toString())));
        }
    }
}
