package cn.shouwang.monitoring.table;

import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Standard tables as XLSX, for `division`, or all that the caller reaches: T1 the roster of monitored
/// households with its summary, T15 how clues were handled.
@RestController
class TableController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RosterTable roster;
    private final SummarySheet summary;
    private final Gate gate;

    TableController(RosterTable roster, SummarySheet summary, Gate gate) {
        this.roster = roster;
        this.summary = summary;
        this.gate = gate;
    }

    @GetMapping("/tables/{table}")
    void table(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            HttpServletResponse response)
            throws IOException {
        var place = division == null ? gate.scope().division() : division;
        if (!table.equals("T1") && !table.equals("T15")) {
            throw new NotFound();
        }
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + table + "-" + place + ".xlsx\"");
        var book = new Workbook(response.getOutputStream(), "shouwang", "1.0");
        if (table.equals("T1")) {
            roster.write(book, place);
            summary.write(book, "动态汇总", "KPI01", place);
        } else {
            summary.write(book, "线索办理", "KPI03", place);
        }
        book.finish(); // not when it failed: half a table must not look like a whole one
    }
}
