package cn.shouwang.seeded.tree;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UngatedController {

    @GetMapping("/trees")
    String trees() {
        return "all";
    }
}
