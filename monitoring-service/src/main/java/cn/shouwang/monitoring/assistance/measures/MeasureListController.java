package cn.shouwang.monitoring.assistance.measures;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeasureListController {

    private final MeasureList measures;

    MeasureListController(MeasureList measures) {
        this.measures = measures;
    }

    @GetMapping("/measures")
    Page<MeasureList.Entry> measures(
            @Valid @ModelAttribute MeasureList.Question question, @Valid @ModelAttribute PageQuery page) {
        return measures.page(question, page);
    }
}
