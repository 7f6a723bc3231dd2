package cn.shouwang.seeded.tree.ring;

import static com.mongodb.client.model.Filters.empty;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;

class Rings {

    private final Listing rows;
    private final Gate gate;

    Rings(Views views, Gate gate) {
        this.rows = views.listing("rings");
        this.gate = gate;
    }

    long count() {
        return rows.count(gate.scope(), empty());
    }
}
