package cn.shouwang.monitoring.line.whatif;

import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WhatIfController {

    private final WhatIf whatIf;

    WhatIfController(WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    @GetMapping("/lines/what-if")
    WhatIf.Answer ask(@Valid @ModelAttribute WhatIf.Question question, @Valid @ModelAttribute PageQuery page) {
        return whatIf.ask(question, page);
    }
}
