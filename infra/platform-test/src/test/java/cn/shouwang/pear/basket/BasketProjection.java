package cn.shouwang.pear.basket;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.pear.PearEvent;
import cn.shouwang.pear.PearEvent.PearPlanted;
import cn.shouwang.pear.PearEvent.PearWatered;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.springframework.stereotype.Component;

/// One row per pear: `{_id, division, on, litres}`.
@Component
public class BasketProjection implements Projection {

    @Override
    public String name() {
        return "basket";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(PearEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-on"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof PearEvent event) {
            switch (event) {
                case PearPlanted planted ->
                    rows.advance(
                            planted.pear(),
                            combine(
                                    set("division", planted.division()),
                                    set("on", planted.on().toString()),
                                    set("litres", 0)));
                case PearWatered watered -> rows.advance(watered.pear(), inc("litres", watered.litres()));
            }
        }
    }
}
