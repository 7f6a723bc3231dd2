package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.helper.Call;
import cn.shouwang.monitoring.helper.Contact;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.helper.HelperEvent.HelperAssigned;
import cn.shouwang.monitoring.helper.HelperEvent.HelperEnded;
import cn.shouwang.monitoring.helper.HelperEvent.HelperReplaced;
import cn.shouwang.monitoring.helper.HelperEvent.VisitCorrected;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotoAdded;
import cn.shouwang.monitoring.helper.HelperEvent.VisitPhotosKept;
import cn.shouwang.monitoring.helper.HelperEvent.VisitRecorded;
import cn.shouwang.monitoring.helper.Office;
import cn.shouwang.monitoring.helper.VisitId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.sealing.SealedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Helpers and visits in a household's file: `{helpers: {term: {account, name, phone?, title, unit,
/// since, until?}}, visits: {id: {visit, on, at, recordedAt, recorder, mode, visitors, met,
/// housingProblem, childOutOfSchool, waterProblem, memberUninsured, incomeDeltaFen, signed?,
/// nextOn?, photos, changes, measures?, needs?, corrects?, correctedBy?}}}`.
///
/// Name and phone are sealed under the helper's account, words under the visit. Where the visitor
/// stood is not in the row at all. `at` and `recordedAt` are ISO instants, days ISO text.
final class HelperRows {

    private static final List<String> WORDS = List.of("changes", "measures", "needs");

    private HelperRows() {}

    static Bson change(HelperEvent event, Instant recordedAt) {
        return switch (event) {
            case HelperAssigned assigned ->
                set(
                        "helpers." + assigned.term(),
                        helper(assigned.account(), assigned.contact(), assigned.office(), assigned.on()));
            case HelperReplaced replaced ->
                combine(
                        set("helpers." + (replaced.term() - 1) + ".until", text(replaced.on())),
                        set(
                                "helpers." + replaced.term(),
                                helper(replaced.account(), replaced.contact(), replaced.office(), replaced.on())));
            case HelperEnded ended -> set("helpers." + ended.term() + ".until", text(ended.on()));
            case VisitRecorded visit ->
                set(
                        "visits." + visit.visit(),
                        visit(visit.visit(), visit.call())
                                .append("on", text(visit.on()))
                                .append("at", visit.at().toString())
                                .append("recordedAt", recordedAt.toString())
                                .append("recorder", visit.recorder()));
            case VisitCorrected visit ->
                combine(
                        set(
                                "visits." + visit.corrects() + ".correctedBy",
                                visit.visit().toString()),
                        set(
                                "visits." + visit.visit(),
                                visit(visit.visit(), visit.call())
                                        .append("on", text(visit.on()))
                                        .append("at", visit.at().toString())
                                        .append("recordedAt", recordedAt.toString())
                                        .append("recorder", visit.recorder())
                                        .append("corrects", visit.corrects().toString())));
            case VisitPhotoAdded _, VisitPhotosKept _ -> combine(); // which came is told with the photos
        };
    }

    private static Document helper(String account, Contact contact, Office office, LocalDate on) {
        var subject = account + ":helper";
        var row = new Document("account", account)
                .append("name", SealedText.of(subject, contact.name().value()))
                .append("title", office.title())
                .append("unit", office.unit())
                .append("since", text(on));
        var phone = contact.phone();
        return phone == null ? row : row.append("phone", SealedText.of(subject, phone.value()));
    }

    private static Document visit(VisitId visit, Call call) {
        var row = new Document("visit", visit.toString())
                .append("mode", call.mode().name())
                .append("visitors", call.visitors())
                .append("met", call.met().stream().map(MemberId::toString).toList())
                .append("housingProblem", call.guarantees().housingProblem())
                .append("childOutOfSchool", call.guarantees().childOutOfSchool())
                .append("waterProblem", call.guarantees().waterProblem())
                .append("memberUninsured", call.guarantees().memberUninsured())
                .append("incomeDeltaFen", call.incomeDeltaFen())
                .append("signed", call.signed() == null ? null : call.signed().name())
                .append("nextOn", call.nextOn() == null ? null : text(call.nextOn()))
                .append("photos", call.photos().size());
        say(row, visit, "changes", call.words().changes());
        say(row, visit, "measures", call.words().measures());
        say(row, visit, "needs", call.words().needs());
        return row;
    }

    private static void say(Document row, VisitId visit, String field, @Nullable String words) {
        if (words != null) {
            row.append(field, SealedText.of(visit.toString(), words));
        }
    }

    /// The helpers of a row, the first one first, masked.
    static List<Document> helpers(Document row) {
        return row.get("helpers", new Document()).values().stream()
                .map(Document.class::cast)
                .map(helper -> new Document(helper)
                        .append("name", Shown.NAME.in(helper, "name"))
                        .append("phone", Shown.PHONE.orNull(helper, "phone")))
                .sorted(Comparator.comparing(helper -> helper.getString("since")))
                .toList();
    }

    /// The visits of a row, the latest first, with what was said.
    static List<Document> visits(Document row) {
        return row.get("visits", new Document()).values().stream()
                .map(Document.class::cast)
                .map(HelperRows::shown)
                .sorted(Comparator.comparing((Document visit) -> visit.getString("at"))
                        .reversed())
                .toList();
    }

    private static Document shown(Document visit) {
        var shown = new Document(visit);
        WORDS.forEach(field -> shown.append(field, Shown.WHOLE.orNull(visit, field)));
        return shown;
    }

    private static String text(LocalDate day) {
        return day.toString();
    }
}
