package cn.shouwang.seeded.tree;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/elsewhere")
class PublicElsewhereController {

    @GetMapping("/trees")
    String trees() {
        return "all";
    }
}
