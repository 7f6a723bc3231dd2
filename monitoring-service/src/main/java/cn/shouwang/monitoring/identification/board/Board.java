package cn.shouwang.monitoring.identification.board;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// What hangs in a village now.
@Component
class Board {

    private static final int MOST = 200;

    /// One notice: the head's masked name, the village, the proposed category, how many live there and
    /// how long it hangs.
    record Notice(String head, String village, Category category, int members, LocalDate from, LocalDate until) {}

    private final Lookup rows;

    Board(Views views) {
        this.rows = views.lookup(BoardProjection.NAME);
    }

    /// At most 200 notices, the first to be taken down first.
    List<Notice> of(String village) {
        return rows.find(eq("hanging", village), ascending("until", "_id"), MOST).stream()
                .map(Board::notice)
                .toList();
    }

    static Notice notice(Document row) {
        var nameplate = Nameplate.of(row);
        return new Notice(
                nameplate.head(),
                row.getString("hanging"),
                Category.valueOf(row.getString("category")),
                nameplate.members(),
                LocalDate.parse(row.getString("from")),
                LocalDate.parse(row.getString("until")));
    }
}
