package cn.shouwang.monitoring.table;

import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Standard tables as XLSX, for `division`, or all that the caller reaches: T1 the roster of monitored
/// households, T2 natural change, T3 measures, T4 income, T5 the three guarantees and water, T15 how clues
/// were handled.
@RestController
class TableController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Map<String, Table> tables;
    private final Gate gate;

    TableController(List<Table> tables, Gate gate) {
        this.tables = tables.stream().collect(Collectors.toUnmodifiableMap(Table::code, table -> table));
        this.gate = gate;
    }

    @GetMapping("/tables/{table}")
    void table(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}") String division,
            HttpServletResponse response)
            throws IOException {
        var asked = Optional.ofNullable(tables.get(table)).orElseThrow(NotFound::new);
        var place = division == null ? gate.scope().division() : division;
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + table + "-" + place + ".xlsx\"");
        var book = new Workbook(response.getOutputStream(), "shouwang", "1.0");
        asked.write(book, place);
        book.finish(); // not when it failed: half a table must not look like a whole one
    }
}
