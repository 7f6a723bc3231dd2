package cn.shouwang.monitoring.clue.worklist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.clue.ClueChannel;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.ClueState;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The clues within the caller's division, what is due first at the top.
@Component
class ClueList {

    /// What to show: any part may be missing.
    record Question(
            @Nullable ClueState state,
            @Nullable ClueLevel level,
            @Nullable Boolean overdue,

            @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division) {}

    /// One clue, personal data masked. `overdue` when it is past `dueOn` without an outcome. `duplicate` is
    /// the pair by which it is merged into another one: then it counts as closed, and nobody follows it.
    record Entry(
            String clue,
            String division,
            ClueState state,
            ClueChannel channel,
            @Nullable String report,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String document,
            List<String> risks,
            String evidence,
            ClueLevel level,
            LocalDate dueOn,
            boolean overdue,
            @Nullable String office,
            @Nullable String account,
            LocalDate on,
            @Nullable String duplicate,
            @Nullable Ending ending) {}

    /// How a clue ended, why, and when. Reason and day of a merge are those of the pair, and empty here.
    record Ending(
            ClueOutcome outcome, String reason, @Nullable LocalDate on) {}

    private final Listing rows;
    private final Gate gate;
    private final Clock clock;

    ClueList(Views views, Gate gate, Clock clock) {
        this.rows = views.listing(ClueListProjection.NAME);
        this.gate = gate;
        this.clock = clock;
    }

    Page<Entry> page(Question question, PageQuery page) {
        var today = LocalDate.now(clock);
        return rows.page(
                gate.scope(), filter(question, today), ascending("dueOn", "_id"), page, row -> entry(row, today));
    }

    Optional<Entry> one(ClueId clue) {
        return rows.one(gate.scope(), clue.toString()).map(row -> entry(row, LocalDate.now(clock)));
    }

    static Bson filter(Question question, LocalDate today) {
        return and(
                question.state() == null ? empty() : is(question.state()),
                question.level() == null
                        ? empty()
                        : eq("level", question.level().name()),
                question.overdue() == null ? empty() : overdue(question.overdue(), today),
                question.division() == null ? empty() : within(question.division()));
    }

    private static Bson within(String division) {
        return Places.within(division);
    }

    private static Bson is(ClueState state) {
        return switch (state) {
            case OPEN -> and(eq("state", ClueState.OPEN.name()), eq("duplicates", List.of()));
            case CLOSED -> or(eq("state", ClueState.CLOSED.name()), ne("duplicates", List.of()));
        };
    }

    private static Bson overdue(boolean overdue, LocalDate today) {
        return overdue
                ? and(is(ClueState.OPEN), lt("dueOn", today.toString()))
                : or(is(ClueState.CLOSED), gte("dueOn", today.toString()));
    }

    static Entry entry(Document row, LocalDate today) {
        var merged = row.getList("duplicates", String.class);
        var state = merged.isEmpty() ? ClueState.valueOf(row.getString("state")) : ClueState.CLOSED;
        var dueOn = LocalDate.parse(row.getString("dueOn"));
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                state,
                ClueChannel.valueOf(row.getString("channel")),
                row.getString("report"),
                Shown.NAME.orNull(row, "name"),
                Shown.PHONE.orNull(row, "phone"),
                Shown.DOCUMENT.orNull(row, "document"),
                row.getList("risks", String.class),
                Shown.WHOLE.in(row, "evidence"),
                ClueLevel.valueOf(row.getString("level")),
                dueOn,
                state == ClueState.OPEN && dueOn.isBefore(today),
                row.getString("office"),
                row.getString("account"),
                LocalDate.parse(row.getString("on")),
                merged.isEmpty() ? null : merged.getFirst(),
                ending(row));
    }

    private static @Nullable Ending ending(Document row) {
        if (row.getString("outcome") != null) {
            return new Ending(
                    ClueOutcome.valueOf(row.getString("outcome")),
                    Shown.WHOLE.in(row, "reason"),
                    LocalDate.parse(row.getString("closedOn")));
        }
        var merged = !row.getList("duplicates", String.class).isEmpty();
        return merged ? new Ending(ClueOutcome.DUPLICATE, "", null) : null;
    }
}
