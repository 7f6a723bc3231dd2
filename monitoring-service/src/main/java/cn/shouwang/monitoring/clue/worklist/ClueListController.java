package cn.shouwang.monitoring.clue.worklist;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/clues")
class ClueListController {

    private final ClueList clues;

    ClueListController(ClueList clues) {
        this.clues = clues;
    }

    @GetMapping
    Page<ClueList.Entry> clues(
            @Valid @ModelAttribute ClueList.Question question, @Valid @ModelAttribute PageQuery page) {
        return clues.page(question, page);
    }

    @GetMapping("/{clue}")
    ClueList.Entry clue(@PathVariable ClueId clue) {
        return clues.one(clue).orElseThrow(NotFound::new);
    }
}
