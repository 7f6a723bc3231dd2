package cn.shouwang.monitoring.report.photos;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.reading.Field;
import cn.shouwang.platform.reading.Field.Kind;
import cn.shouwang.platform.reading.Purpose;
import cn.shouwang.platform.reading.ReadLog;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.Gone;
import cn.shouwang.platform.web.NotFound;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The photos of the reports within the caller's division.
@Component
class ReportPhotos {

    /// A report has at most six; the page is their list.
    private static final PageQuery ALL = new PageQuery(1, 50);

    /// A home, a sick person or a paper may be in it.
    static final Field PICTURE = new Field("report.photo", Kind.SENSITIVE);

    /// `elsewhere` when the same picture came with another report the caller may see: a question for the
    /// auditor, not an answer.
    record Entry(String photo, int width, int height, int bytes, LocalDate on, boolean elsewhere) {}

    private final Listing rows;
    private final Listing reports;
    private final Gate gate;
    private final Attachments attachments;
    private final ReadLog log;

    ReportPhotos(Views views, Gate gate, Attachments attachments, ReadLog log) {
        this.rows = views.listing(ReportPhotosProjection.NAME);
        this.reports = views.listing("reports");
        this.gate = gate;
        this.attachments = attachments;
        this.log = log;
    }

    List<Entry> of(ReportId report) {
        if (reports.one(gate.scope(), report.value()).isEmpty()) {
            throw new NotFound();
        }
        return rows.page(gate.scope(), eq("report", report.value()), ascending("on", "_id"), ALL, this::entry)
                .items();
    }

    /// The picture, after the look is in the read log, under the number of the report's clue as for
    /// every reveal of a report. [Gone] once the household is forgotten.
    byte[] look(ReportId report, PhotoId photo, Purpose purpose, @Nullable String note) {
        var row = rows.one(gate.scope(), photo.toString())
                .filter(found -> report.value().equals(found.getString("report")))
                .orElseThrow(NotFound::new);
        var picture =
                attachments.open(photo.toString(), row.getString("sha256")).orElseThrow(Gone::new);
        var about = ClueId.of(report).toString();
        log.shown(PICTURE, row.getString("division"), about, report.value(), purpose, note);
        return picture;
    }

    private Entry entry(Document row) {
        var same = and(eq("likeness", row.getString("likeness")), ne("report", row.getString("report")));
        return new Entry(
                row.getString("_id"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getInteger("bytes"),
                LocalDate.parse(row.getString("on")),
                rows.count(gate.scope(), same) > 0);
    }
}
