package cn.shouwang.monitoring.helper.visits;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.helper.VisitKind;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The households within the caller's division that have a helper or are monitored, or were: when
/// each was last visited and by when it should be again. What is due first comes first, before it
/// those for which no day is known.
@Component
class VisitList {

    /// What to show: any part may be missing. `never` asks for those never visited.
    record Question(
            @Nullable Boolean overdue,
            @Nullable Boolean never,
            @Nullable @Size(max = 60) String account,

            @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division) {}

    /// One household and its visits. The helper's name is masked, as all names in lists are. `photosMissing`
    /// counts the photos that visits named so many days ago and that have not come.
    record Entry(
            String household,
            String division,
            @Nullable LocalDate monitoredSince,
            @Nullable String account,
            @Nullable String name,
            @Nullable String title,
            @Nullable String unit,
            @Nullable LocalDate helperSince,
            @Nullable VisitKind kind,
            @Nullable LocalDate visitBy,
            boolean overdue,
            @Nullable LocalDate lastOn,
            int visits,
            int photosMissing) {}

    private final Listing rows;
    private final Gate gate;
    private final Clock clock;
    private final int photoDays;

    VisitList(Views views, Gate gate, Clock clock, @Value("${shouwang.helper.photo-days}") int photoDays) {
        this.rows = views.listing(VisitListProjection.NAME);
        this.gate = gate;
        this.clock = clock;
        this.photoDays = photoDays;
    }

    Page<Entry> page(Question question, PageQuery page) {
        var now = ZonedDateTime.now(clock);
        var today = now.toLocalDate();
        var missingSince = now.minusDays(photoDays).toInstant();
        return rows.page(
                gate.scope(),
                filter(question, today),
                ascending("visitBy", "_id"),
                page,
                row -> entry(row, today, missingSince));
    }

    static Bson filter(Question question, LocalDate today) {
        var account = question.account();
        var division = question.division();
        return and(
                or(exists("account"), exists("monitoredSince"), exists("lastOn")),
                question.overdue() == null ? empty() : overdue(question.overdue(), today),
                question.never() == null ? empty() : exists("lastOn", !question.never()),
                account == null ? empty() : eq("account", account),
                Places.within(division));
    }

    private static Bson overdue(boolean overdue, LocalDate today) {
        var past = lt("visitBy", today.toString());
        return overdue ? past : not(past);
    }

    static Entry entry(Document row, LocalDate today, Instant missingSince) {
        var visitBy = day(row, "visitBy");
        var kind = row.getString("kind");
        return new Entry(
                row.getString("_id"),
                row.getString("division"),
                day(row, "monitoredSince"),
                row.getString("account"),
                Shown.NAME.orNull(row, "name"),
                row.getString("title"),
                row.getString("unit"),
                day(row, "helperSince"),
                kind == null ? null : VisitKind.valueOf(kind),
                visitBy,
                visitBy != null && visitBy.isBefore(today),
                day(row, "lastOn"),
                row.getInteger("visits", 0),
                missing(row, missingSince));
    }

    private static int missing(Document row, Instant since) {
        return (int) row.get("awaited", new Document()).values().stream()
                .flatMap(visit -> ((Document) visit).values().stream())
                .filter(named -> Instant.parse((String) named).isBefore(since))
                .count();
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
