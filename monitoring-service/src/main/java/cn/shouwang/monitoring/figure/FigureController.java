package cn.shouwang.monitoring.figure;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FigureController {

    private final Figures figures;
    private final Clock clock;

    FigureController(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /// The lines of one indicator for `division` and the places directly in it; without one, for all that
    /// the caller reaches.
    @GetMapping("/figures/{code}")
    Page<Line> figure(
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            @Valid @ModelAttribute PageQuery page) {
        var lines = figures.of(code, division, LocalDate.now(clock));
        var from = Math.min(page.skip(), lines.size());
        var until = Math.min(from + page.size(), lines.size());
        return new Page<>(lines.subList(from, until), lines.size(), page.page(), page.size());
    }
}
