package cn.shouwang.monitoring.quality.worklist;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.quality.IssueState;
import cn.shouwang.monitoring.quality.RuleId;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/quality")
class IssueListController {

    private final IssueList issues;
    private final Summary summary;

    IssueListController(IssueList issues, Summary summary) {
        this.issues = issues;
        this.summary = summary;
    }

    @GetMapping("/issues")
    Page<IssueList.Entry> issues(
            @RequestParam(required = false) @Nullable RuleId rule,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @RequestParam(required = false) @Nullable HouseholdId household,
            @RequestParam(required = false) @Nullable IssueState state,
            @Valid @ModelAttribute PageQuery page,
            Locale locale) {
        var question = new IssueList.Question(rule, division, household == null ? null : household.toString(), state);
        return issues.page(question, page, locale);
    }

    @GetMapping("/summary")
    Page<Summary.Line> summary(@Valid @ModelAttribute PageQuery page) {
        return summary.page(page);
    }
}
