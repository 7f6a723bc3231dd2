package cn.shouwang.monitoring.income.assessment;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssessmentController {

    private final Assessments assessments;

    AssessmentController(Assessments assessments) {
        this.assessments = assessments;
    }

    @GetMapping("/households/{household}/income")
    Assessments.Whole income(@PathVariable HouseholdId household) {
        return assessments.of(household).orElseThrow(NotFound::new);
    }
}
