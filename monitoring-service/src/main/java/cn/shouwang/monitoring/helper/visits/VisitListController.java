package cn.shouwang.monitoring.helper.visits;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VisitListController {

    private final VisitList visits;

    VisitListController(VisitList visits) {
        this.visits = visits;
    }

    @GetMapping("/visits")
    Page<VisitList.Entry> visits(
            @Valid @ModelAttribute VisitList.Question question, @Valid @ModelAttribute PageQuery page) {
        return visits.page(question, page);
    }
}
