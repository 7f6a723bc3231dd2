package cn.shouwang.seeded.tree.ring;

import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicRingsController {

    private final Lookup rows;

    PublicRingsController(Views views) {
        this.rows = views.lookup("rings");
    }

    @GetMapping("/public/rings")
    boolean oldest() {
        return rows.one("oldest").isPresent();
    }
}
