package cn.shouwang.monitoring.duty.list;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DutyListController {

    private final DutyList duties;

    DutyListController(DutyList duties) {
        this.duties = duties;
    }

    @GetMapping("/duties")
    Page<DutyList.Entry> duties(
            @Valid @ModelAttribute DutyList.Question question,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @Valid @ModelAttribute PageQuery page) {
        return duties.page(question, division, page);
    }
}
