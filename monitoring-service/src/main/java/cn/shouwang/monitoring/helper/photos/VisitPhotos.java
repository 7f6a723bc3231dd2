package cn.shouwang.monitoring.helper.photos;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.helper.VisitId;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.photo.LookRequest;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.Field;
import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.reading.ReadLog;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.Gone;
import cn.shouwang.platform.web.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// The photos of the visits within the caller's division.
@Component
class VisitPhotos {

    /// A visit has at most twelve; the page is their list.
    private static final PageQuery ALL = new PageQuery(1, 50);

    /// A home, a sick person or a paper may be in it.
    static final Field PICTURE = new Field("visit.photo", Kind.SENSITIVE);

    /// Made on a visit `visitedAt`, received `arrivedAt`. `elsewhere` when the same picture came with another
    /// visit the caller may see: a question for the auditor, not an answer.
    record Entry(
            String photo,
            String digest,
            int width,
            int height,
            int bytes,
            Instant visitedAt,
            Instant arrivedAt,
            boolean elsewhere) {}

    /// A photo the visit names that has not come, named `since`.
    record Awaited(String digest, Instant since) {}

    record Answer(List<Entry> photos, List<Awaited> awaited) {}

    private final Listing rows;
    private final Listing visits;
    private final Gate gate;
    private final Attachments attachments;
    private final ReadLog log;

    VisitPhotos(Views views, Gate gate, Attachments attachments, ReadLog log) {
        this.rows = views.listing(VisitPhotosProjection.NAME);
        this.visits = views.listing("helper_visits");
        this.gate = gate;
        this.attachments = attachments;
        this.log = log;
    }

    /// Both lists are empty for a visit that is not there.
    Answer of(HouseholdId household, VisitId visit) {
        var row = visits.one(gate.scope(), household.toString()).orElseThrow(NotFound::new);
        var came = and(eq("visit", visit.toString()), eq("household", household.toString()));
        var page = rows.page(gate.scope(), came, ascending("arrivedAt", "_id"), ALL, this::entry);
        return new Answer(page.items(), awaited(row, visit));
    }

    private static List<Awaited> awaited(Document row, VisitId visit) {
        return row.get("awaited", new Document()).get(visit.toString(), new Document()).entrySet().stream()
                .map(VisitPhotos::awaited)
                .toList();
    }

    private static Awaited awaited(Map.Entry<String, Object> named) {
        return new Awaited(named.getKey(), Instant.parse((String) named.getValue()));
    }

    /// The picture, after the look is in the read log, under the household's number as for every reveal of
    /// its file. [Gone] once the visit is forgotten.
    byte[] look(HouseholdId household, VisitId visit, PhotoId photo, LookRequest why) {
        var row = rows.one(gate.scope(), photo.toString())
                .filter(found -> List.of(found.getString("visit"), found.getString("cameFor"))
                        .contains(visit.toString()))
                .filter(found -> household.toString().equals(found.getString("household")))
                .orElseThrow(NotFound::new);
        var picture =
                attachments.open(photo.toString(), row.getString("sha256")).orElseThrow(Gone::new);
        log.shown(
                PICTURE, row.getString("division"), household.toString(), visit.toString(), why.purpose(), why.note());
        return picture;
    }

    private Entry entry(Document row) {
        var same = and(eq("likeness", row.getString("likeness")), ne("visit", row.getString("visit")));
        return new Entry(
                row.getString("_id"),
                row.getString("digest"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getInteger("bytes"),
                Instant.parse(row.getString("visitedAt")),
                Instant.parse(row.getString("arrivedAt")),
                rows.count(gate.scope(), same) > 0);
    }
}
