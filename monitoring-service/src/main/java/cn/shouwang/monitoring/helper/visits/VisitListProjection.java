package cn.shouwang.monitoring.helper.visits;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

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
import cn.shouwang.monitoring.helper.NextVisit;
import cn.shouwang.monitoring.helper.Office;
import cn.shouwang.monitoring.helper.VisitId;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `helper_visits`, one row per household: `{_id, division, baseType, monitoredSince?,
/// account?, name?, phone?, title?, unit?, helperSince?, kind?, visitBy?, lastOn?, visits?,
/// awaited?: {visit: {digest: since}}}`.
///
/// What tells of the helper is absent while there is none; name and phone are sealed under the
/// account. `visits` counts visits, corrected ones once. `awaited` are
/// the photos that were named and have not come, `since` an instant; days and instants are ISO text.
@Component
class VisitListProjection implements Projection {

    static final String NAME = "helper_visits";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HelperEvent.class, HouseholdEvent.class, IdentificationEvent.class, RemovalEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "visitBy"), Index.on("account", "visitBy"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdRegistered registered ->
                rows.advance(
                        registered.household().toString(),
                        combine(
                                set("division", registered.division()),
                                set("baseType", registered.baseType().name())));
            case BaseTypeCorrected corrected ->
                rows.advance(
                        corrected.household().toString(),
                        set("baseType", corrected.baseType().name()));
            case HouseholdDetermined determined ->
                rows.advance(
                        determined.household().toString(),
                        set("monitoredSince", determined.on().toString()));
            case NaturalDecreaseRecorded decrease ->
                rows.advance(decrease.household().toString(), next(null));
            case HelperEvent event -> rows.advance(event.household().toString(), change(event, recorded.recordedAt()));
            default -> {} // says nothing about helper or visits
        }
    }

    static Bson change(HelperEvent event, Instant recordedAt) {
        return switch (event) {
            case HelperAssigned assigned ->
                combine(
                        helper(assigned.account(), assigned.contact(), assigned.office(), assigned.on()),
                        next(assigned.next()));
            case HelperReplaced replaced ->
                combine(
                        helper(replaced.account(), replaced.contact(), replaced.office(), replaced.on()),
                        next(replaced.next()));
            case HelperEnded _ ->
                combine(
                        unset("account"),
                        unset("name"),
                        unset("phone"),
                        unset("title"),
                        unset("unit"),
                        unset("helperSince"));
            case VisitRecorded visit ->
                combine(
                        set("lastOn", visit.latestOn().toString()),
                        inc("visits", 1),
                        next(visit.next()),
                        awaited(visit.visit(), visit.call(), recordedAt));
            case VisitCorrected visit ->
                combine(
                        set("lastOn", visit.latestOn().toString()),
                        next(visit.next()),
                        unset("awaited." + visit.corrects()),
                        awaited(visit.visit(), visit.call(), recordedAt));
            case VisitPhotoAdded added -> came(added.visit(), added.shot().digest());
            case VisitPhotosKept kept ->
                combine(kept.photos().stream()
                        .map(photo -> came(kept.visit(), photo.digest()))
                        .toList());
        };
    }

    private static Bson awaited(VisitId visit, Call call, Instant since) {
        var named = new Document();
        call.photos().forEach(digest -> named.append(digest, since.toString()));
        return named.isEmpty() ? combine() : set("awaited." + visit, named);
    }

    private static Bson came(VisitId visit, String digest) {
        return unset("awaited." + visit + "." + digest);
    }

    private static Bson helper(String account, Contact contact, Office office, LocalDate on) {
        var subject = account + ":helper";
        var phone = contact.phone();
        return combine(
                set("account", account),
                set("name", SealedText.of(subject, contact.name().value())),
                phone == null ? unset("phone") : set("phone", SealedText.of(subject, phone.value())),
                set("title", office.title()),
                set("unit", office.unit()),
                set("helperSince", on.toString()));
    }

    private static Bson next(@Nullable NextVisit next) {
        return next == null
                ? combine(unset("kind"), unset("visitBy"))
                : combine(
                        set("kind", next.kind().name()),
                        set("visitBy", next.by().toString()));
    }
}
