package cn.shouwang.monitoring.household.timeline;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TimelineController {

    private final Timeline timeline;

    TimelineController(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/households/{household}/timeline")
    Page<Timeline.Entry> timeline(
            @PathVariable HouseholdId household, @Valid @ModelAttribute PageQuery page, Locale locale) {
        return timeline.of(household, page, locale);
    }
}
