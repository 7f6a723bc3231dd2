package cn.shouwang.pear;

import cn.shouwang.platform.projection.Page;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells everyone everything: what the cells of the access table must find.
@RestController
class GossipController {

    @GetMapping("/gossip")
    Page<String> all() {
        return new Page<>(List.of("pear"), 1, 1, 20);
    }

    @GetMapping("/gossip/{pear}")
    List<String> one(@PathVariable String pear) {
        return List.of(pear);
    }
}
