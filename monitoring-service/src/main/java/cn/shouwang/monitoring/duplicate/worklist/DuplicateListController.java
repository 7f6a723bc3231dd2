package cn.shouwang.monitoring.duplicate.worklist;

import cn.shouwang.monitoring.duplicate.DuplicateId;
import cn.shouwang.monitoring.duplicate.DuplicateState;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/duplicates")
class DuplicateListController {

    private final DuplicateList duplicates;

    DuplicateListController(DuplicateList duplicates) {
        this.duplicates = duplicates;
    }

    @GetMapping
    Page<DuplicateList.Entry> duplicates(
            @RequestParam(required = false) @Nullable DuplicateState state, @Valid @ModelAttribute PageQuery page) {
        return duplicates.page(state, page);
    }

    @GetMapping("/{duplicate}")
    DuplicateList.Whole duplicate(@PathVariable DuplicateId duplicate) {
        return duplicates.one(duplicate).orElseThrow(NotFound::new);
    }
}
