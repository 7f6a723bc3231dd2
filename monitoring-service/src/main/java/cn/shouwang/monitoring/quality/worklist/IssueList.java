package cn.shouwang.monitoring.quality.worklist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.monitoring.quality.IssueState;
import cn.shouwang.monitoring.quality.RuleId;
import cn.shouwang.monitoring.quality.Severity;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Places;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Issues within the caller's division, those found first at the top.
@Component
class IssueList {

    /// What to show; any part may be missing.
    record Question(
            @Nullable RuleId rule,
            @Nullable String division,
            @Nullable String household,
            @Nullable IssueState state) {}

    /// One issue. `sentence` is what the rule says, `key` what of it; `member` is absent when the
    /// household as a whole is meant. `edition` is the first day of the figures used.
    record Entry(
            String household,
            int issue,
            String division,
            RuleId rule,
            int version,
            LocalDate edition,
            Severity severity,
            String sentence,
            @Nullable String member,
            String key,
            IssueState state,
            LocalDate foundOn,
            @Nullable String office,
            @Nullable LocalDate dueOn,
            boolean overdue,
            @Nullable LocalDate closedOn,
            @Nullable String reason,
            @Nullable String explainedBy) {}

    private final Listing rows;
    private final Gate gate;
    private final Clock clock;
    private final MessageSource messages;

    IssueList(Views views, Gate gate, Clock clock, MessageSource messages) {
        this.rows = views.listing(IssueListProjection.NAME);
        this.gate = gate;
        this.clock = clock;
        this.messages = messages;
    }

    Page<Entry> page(Question question, PageQuery page, Locale locale) {
        var today = LocalDate.now(clock);
        return rows.page(gate.scope(), filter(question), ascending("foundOn", "_id"), page, row -> {
            var sentence = messages.getMessage("quality." + row.getString("rule"), null, locale);
            return entry(row, sentence, today);
        });
    }

    private static Bson filter(Question question) {
        return and(
                maybe("rule", question.rule()),
                within(question.division()),
                maybe("household", question.household()),
                maybe("state", question.state()));
    }

    private static Bson within(@Nullable String division) {
        return Places.within(division);
    }

    private static Bson maybe(String field, @Nullable Object value) {
        return value == null ? empty() : eq(field, value.toString());
    }

    static Entry entry(Document row, String sentence, LocalDate today) {
        var state = IssueState.valueOf(row.getString("state"));
        var rule = RuleId.valueOf(row.getString("rule"));
        var dueOn = day(row, "dueOn");
        return new Entry(
                row.getString("household"),
                row.getInteger("issue"),
                row.getString("division"),
                rule,
                row.getInteger("version"),
                LocalDate.parse(row.getString("edition")),
                rule.severity(),
                sentence,
                row.getString("member"),
                row.getString("key"),
                state,
                LocalDate.parse(row.getString("foundOn")),
                row.getString("office"),
                dueOn,
                state.isOpen() && dueOn != null && dueOn.isBefore(today),
                day(row, "closedOn"),
                Shown.WHOLE.orNull(row, "reason"),
                row.getString("explainedBy"));
    }

    private static @Nullable LocalDate day(Document row, String field) {
        var text = row.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
