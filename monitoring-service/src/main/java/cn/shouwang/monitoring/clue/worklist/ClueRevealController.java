package cn.shouwang.monitoring.clue.worklist;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.platform.reading.Purpose;
import cn.shouwang.platform.reading.Revealable.Place;
import cn.shouwang.platform.reading.Revealed;
import cn.shouwang.platform.reading.Reveals;
import cn.shouwang.platform.reading.Reveals.Wish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Shows what the list of clues masks, for a purpose.
@RestController
class ClueRevealController {

    enum Field {
        NAME,
        PHONE,
        DOCUMENT
    }

    record RevealClueRequest(
            @NotNull Field field,
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String note) {}

    private final Reveals reveals;

    ClueRevealController(Reveals reveals) {
        this.reveals = reveals;
    }

    @PostMapping("/clues/{clue}/reveals")
    @ResponseStatus(HttpStatus.CREATED)
    Revealed reveal(@PathVariable ClueId clue, @Valid @RequestBody RevealClueRequest request) {
        var field = ClueReveals.CLUE + request.field().name().toLowerCase(Locale.ROOT);
        return reveals.reveal(
                new Wish(new Place(field, clue.toString(), clue.toString()), request.purpose(), request.note()));
    }
}
