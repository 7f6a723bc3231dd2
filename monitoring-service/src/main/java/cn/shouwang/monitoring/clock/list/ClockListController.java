package cn.shouwang.monitoring.clock.list;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClockListController {

    private final ClockList clocks;

    ClockListController(ClockList clocks) {
        this.clocks = clocks;
    }

    @GetMapping("/case-clocks")
    Page<ClockList.Entry> clocks(
            @Valid @ModelAttribute ClockList.Question question, @Valid @ModelAttribute PageQuery page) {
        return clocks.page(question, page);
    }
}
