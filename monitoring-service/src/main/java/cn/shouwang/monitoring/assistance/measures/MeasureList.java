package cn.shouwang.monitoring.assistance.measures;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Measures within the caller's division, latest planned first.
@Component
class MeasureList {

    /// How far a measure has come.
    enum State {
        PLANNED,
        APPROVED,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED
    }

    /// What to show: any part may be missing.
    record Question(
            @Nullable State state,
            @Nullable Family family,
            @Nullable RiskType risk,
            @Nullable Boolean developmental,

            @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division) {}

    /// One measure; amounts are fen, `deliveredFen` what reached the household so far.
    record Entry(
            String measure,
            String household,
            String division,
            int cycle,
            Family family,
            String subItem,
            RiskType risk,
            List<String> members,
            @Nullable String policy,
            String provider,
            LocalDate start,
            @Nullable LocalDate plannedEnd,
            long amountFen,
            String unit,
            String fundingSource,
            State state,
            long deliveredFen,
            @Nullable LocalDate lastOn,
            @Nullable LocalDate endedOn) {}

    private final Listing rows;
    private final Gate gate;

    MeasureList(Views views, Gate gate) {
        this.rows = views.listing(MeasureListProjection.NAME);
        this.gate = gate;
    }

    Page<Entry> page(Question question, PageQuery page) {
        return rows.page(gate.scope(), filter(question), descending("plannedOn", "_id"), page, MeasureList::entry);
    }

    private static Bson filter(Question question) {
        var division = question.division();
        return and(
                question.state() == null
                        ? empty()
                        : eq("state", question.state().name()),
                question.family() == null
                        ? empty()
                        : eq("family", question.family().name()),
                question.risk() == null ? empty() : eq("risk", question.risk().name()),
                question.developmental() == null ? empty() : eq("developmental", question.developmental()),
                Places.within(division));
    }

    static Entry entry(Document row) {
        return new Entry(
                row.getString("_id"),
                row.getString("household"),
                row.getString("division"),
                row.getInteger("cycle"),
                Family.valueOf(row.getString("family")),
                Shown.WHOLE.in(row, "subItem"),
                RiskType.valueOf(row.getString("risk")),
                row.getList("members", String.class),
                row.getString("policy"),
                row.getString("provider"),
                LocalDate.parse(row.getString("start")),
                day(row, "plannedEnd"),
                row.getLong("amountFen"),
                row.getString("unit"),
                row.getString("fundingSource"),
                State.valueOf(row.getString("state")),
                row.getLong("deliveredFen"),
                day(row, "lastOn"),
                day(row, "endedOn"));
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
