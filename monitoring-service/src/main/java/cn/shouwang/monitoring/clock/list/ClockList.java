package cn.shouwang.monitoring.clock.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.clock.CaseStep;
import cn.shouwang.monitoring.clock.ClockLimits;
import cn.shouwang.monitoring.clock.Colour;
import cn.shouwang.monitoring.clock.Reading;
import cn.shouwang.monitoring.clock.Stop;
import cn.shouwang.monitoring.clock.Turn;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The cases within the caller's division that wait for something, what is due first at the top.
///
/// Colours are made of every row that waits, in memory: a county has some hundreds of cases at a
/// time.
@Component
class ClockList {

    /// Which cases to show: any part may be missing.
    record Question(
            @Nullable Colour colour,

            @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division) {}

    /// One case. `limit` is the earlier of `dueOn` of the step and `decideBy` of the whole case,
    /// each with the days on which an objection was open. `level` is where it rose to.
    /// `urgentAidOn` tells of help that came before the procedure.
    record Entry(
            String household,
            String division,
            int cycle,
            CaseStep step,
            LocalDate since,
            LocalDate dueOn,
            @Nullable LocalDate decideBy,
            LocalDate limit,
            Colour colour,
            @Nullable ClueLevel level,
            @Nullable LocalDate risenOn,
            @Nullable LocalDate urgentAidOn) {}

    private final Listing rows;
    private final Gate gate;
    private final ClockLimits limits;
    private final WorkingDays calendar;
    private final Clock clock;

    ClockList(Views views, Gate gate, ClockLimits limits, WorkingDays calendar, Clock clock) {
        this.rows = views.listing(ClockListProjection.NAME);
        this.gate = gate;
        this.limits = limits;
        this.calendar = calendar;
        this.clock = clock;
    }

    Page<Entry> page(Question question, PageQuery page) {
        var today = LocalDate.now(clock);
        var found = new ArrayList<Entry>();
        rows.each(gate.scope(), waiting(question.division()), row -> found.add(entry(row, today, limits, calendar)));
        var listed = found.stream()
                .filter(entry -> question.colour() == null || entry.colour() == question.colour())
                .sorted(Comparator.comparing(Entry::limit).thenComparing(Entry::household))
                .toList();
        var items = listed.stream().skip(page.skip()).limit(page.size()).toList();
        return new Page<>(items, listed.size(), page.page(), page.size());
    }

    static Entry entry(Document row, LocalDate today, ClockLimits limits, WorkingDays calendar) {
        var reading = reading(row, today, limits, calendar);
        var level = row.getString("level");
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                row.getInteger("cycle"),
                reading.turn().step(),
                reading.turn().since(),
                reading.dueOn(),
                reading.decideBy(),
                reading.limit(),
                reading.colour(),
                level == null ? null : ClueLevel.valueOf(level),
                orNull(row, "risenOn"),
                orNull(row, "urgentAidOn"));
    }

    private static Reading reading(Document row, LocalDate today, ClockLimits limits, WorkingDays calendar) {
        var since = day(row, "since");
        return Reading.on(
                today,
                new Turn(CaseStep.valueOf(row.getString("step")), since, day(row, "from"), orNull(row, "dueOn")),
                day(row, "openedOn"),
                orNull(row, "decideBy"),
                stops(row),
                limits.on(since),
                calendar);
    }

    private static List<Stop> stops(Document row) {
        return row.get("stops", Document.class).values().stream()
                .map(Document.class::cast)
                .map(stop -> new Stop(day(stop, "from"), orNull(stop, "to")))
                .toList();
    }

    private static Bson waiting(@Nullable String division) {
        return division == null ? exists("step") : and(exists("step"), Places.within(division));
    }

    private static LocalDate day(Document row, String field) {
        return LocalDate.parse(row.getString(field));
    }

    private static @Nullable LocalDate orNull(Document row, String field) {
        return row.getString(field) == null ? null : day(row, field);
    }
}
