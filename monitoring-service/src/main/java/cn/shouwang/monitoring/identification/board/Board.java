package cn.shouwang.monitoring.identification.board;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What hangs in a village now.
///
/// A notice whose end nobody recorded comes down by itself some days after its last: online nobody
/// passes by to take it off.
@Component
class Board {

    private static final int MOST = 200;

    /// What a notice is about.
    enum Matter {
        /// 拟纳入监测
        INCLUSION,
        /// 拟消除风险
        REMOVAL
    }

    /// One notice: what it is about, the head's masked name, the village, the category proposed or held,
    /// how many live there and how long it hangs.
    record Notice(
            Matter matter,
            String head,
            String village,
            Category category,
            int members,
            LocalDate from,
            LocalDate until) {}

    private final Lookup rows;
    private final Clock clock;
    private final int graceDays;

    Board(Views views, Clock clock, @Value("${shouwang.board.grace-days}") int graceDays) {
        this.rows = views.lookup(BoardProjection.NAME);
        this.clock = clock;
        this.graceDays = graceDays;
    }

    /// At most 200 notices, the first to be taken down first.
    List<Notice> of(String village) {
        return rows.find(hanging(village, LocalDate.now(clock), graceDays), ascending("until", "_id"), MOST).stream()
                .map(Board::notice)
                .toList();
    }

    /// Days are ISO text, which sorts as days do.
    static Bson hanging(String village, LocalDate today, int graceDays) {
        return and(
                eq("hanging", village),
                lte("from", today.toString()),
                gte("until", today.minusDays(graceDays).toString()));
    }

    static Notice notice(Document row) {
        var nameplate = Nameplate.of(row);
        return new Notice(
                Matter.valueOf(row.getString("matter")),
                nameplate.head(),
                row.getString("hanging"),
                Category.valueOf(row.getString("category")),
                nameplate.members(),
                LocalDate.parse(row.getString("from")),
                LocalDate.parse(row.getString("until")));
    }
}
