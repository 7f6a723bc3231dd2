package cn.shouwang.monitoring.helper.visits;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.helper.Caseload;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The households of a helper, counted in the rows.
@Component
class HelpedHouseholds implements Caseload {

    private final Lookup households;

    @Autowired
    HelpedHouseholds(Views views) {
        this(views.lookup(VisitListProjection.NAME));
    }

    HelpedHouseholds(Lookup households) {
        this.households = households;
    }

    @Override
    public int households(String account, int most) {
        return households.find(eq("account", account), ascending("_id"), most).size();
    }
}
