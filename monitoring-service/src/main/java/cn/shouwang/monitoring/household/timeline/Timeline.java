package cn.shouwang.monitoring.household.timeline;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.bson.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The events of one household, oldest first, in the words of message `event.<name>`.
@Component
class Timeline {

    /// One event: its stored `name`, what it means in `words`, the account and office that recorded it,
    /// when it was recorded and on which village day it was true.
    record Entry(
            long position, String name, String words, String actor, String role, Instant recordedAt, LocalDate on) {}

    private final Listing rows;
    private final Gate gate;
    private final MessageSource messages;

    Timeline(Views views, Gate gate, MessageSource messages) {
        this.rows = views.listing(TimelineProjection.NAME);
        this.gate = gate;
        this.messages = messages;
    }

    Page<Entry> of(HouseholdId household, PageQuery page, Locale locale) {
        var filter = eq("household", household.toString());
        var found = rows.page(gate.scope(), filter, ascending("position", "_id"), page, row -> entry(row, locale));
        if (found.total() == 0) {
            throw new NotFound();
        }
        return found;
    }

    private Entry entry(Document row, Locale locale) {
        var name = row.getString("name");
        return new Entry(
                row.getLong("position"),
                name,
                messages.getMessage("event." + name, null, locale),
                row.getString("actor"),
                row.getString("role"),
                Instant.parse(row.getString("recordedAt")),
                LocalDate.parse(row.getString("on")));
    }
}
