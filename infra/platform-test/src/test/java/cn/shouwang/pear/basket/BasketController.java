package cn.shouwang.pear.basket;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import java.io.IOException;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class BasketController {

    record Entry(String pear, String division, int litres) {

        static Entry of(Document row) {
            return new Entry(row.getString("_id"), row.getString("division"), row.getInteger("litres"));
        }
    }

    private final Listing basket;
    private final Gate gate;

    BasketController(Views views, Gate gate) {
        this.basket = views.listing("basket");
        this.gate = gate;
    }

    @GetMapping("/basket")
    Page<Entry> all(@Valid PageQuery page) {
        return basket.page(gate.scope(), empty(), descending("on"), page, Entry::of);
    }

    @GetMapping("/basket/{pear}")
    Entry one(@PathVariable String pear) {
        return basket.one(gate.scope(), pear).map(Entry::of).orElseThrow(NotFound::new);
    }

    /// Told while it goes on, on a thread of its own: dispatched a second time to end.
    @GetMapping("/basket/live")
    SseEmitter live() {
        var listener = new SseEmitter(10_000L);
        Thread.ofVirtual().start(() -> {
            try {
                listener.send("ripe");
                listener.complete();
            } catch (IOException e) {
                listener.completeWithError(e);
            }
        });
        return listener;
    }
}
