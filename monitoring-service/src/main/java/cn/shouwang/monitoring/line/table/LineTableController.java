package cn.shouwang.monitoring.line.table;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LineTableController {

    private final LineTable table;

    LineTableController(LineTable table) {
        this.table = table;
    }

    @GetMapping("/lines")
    Page<LineTable.Entry> lines(@Valid @ModelAttribute PageQuery page) {
        return table.page(page);
    }
}
