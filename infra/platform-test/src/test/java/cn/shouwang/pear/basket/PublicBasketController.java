package cn.shouwang.pear.basket;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells everyone whether there are pears.
@RestController
class PublicBasketController {

    record Supply(boolean inStock) {}

    private final Lookup basket;

    PublicBasketController(Views views) {
        this.basket = views.lookup("basket");
    }

    @GetMapping("/public/basket")
    Supply supply() {
        return new Supply(!basket.find(empty(), descending("on"), 1).isEmpty());
    }
}
