package cn.shouwang.monitoring.identification.board;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PublicBoardController {

    private final Board board;

    PublicBoardController(Board board) {
        this.board = board;
    }

    /// Empty for a village without a notice, or one that does not exist.
    @GetMapping("/public/publicity")
    List<Board.Notice> board(@RequestParam @Pattern(regexp = "[0-9]{12}") String village) {
        return board.of(village);
    }
}
