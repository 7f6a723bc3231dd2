package cn.shouwang.monitoring.awareness.coverage;

import cn.shouwang.monitoring.awareness.SheetKind;
import cn.shouwang.monitoring.awareness.TrainingKind;
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
class CoverageController {

    private static final String DIVISION = "[0-9]{6}|[0-9]{9}|[0-9]{12}";

    private final Coverage coverage;

    CoverageController(Coverage coverage) {
        this.coverage = coverage;
    }

    @GetMapping("/trainings")
    Page<Coverage.Training> trainings(
            @RequestParam(required = false) @Nullable TrainingKind kind,
            @RequestParam(required = false) @Nullable @Pattern(regexp = DIVISION) String division,
            @Valid @ModelAttribute PageQuery page) {
        return coverage.trainings(kind, division, page);
    }

    /// The application sheet and villages, unless told.
    @GetMapping("/sheets")
    Page<Coverage.Sheets> sheets(
            @RequestParam(defaultValue = "APPLICATION_SHEET") SheetKind kind,
            @RequestParam(defaultValue = "VILLAGE") Level by,
            @RequestParam(required = false) @Nullable @Pattern(regexp = DIVISION) String division,
            @Valid @ModelAttribute PageQuery page) {
        return by == Level.VILLAGE
                ? coverage.villages(kind, division, page)
                : coverage.summed(kind, division, by.digits(), page);
    }
}
