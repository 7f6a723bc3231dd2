package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.stream.Collectors.joining;

import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.IncreaseReason;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `household_file`, one row per household: `{_id: household, division, baseType,
/// registeredOn, phone?, address?, members: {member id: {name, document, sex?, born?, health,
/// relation, labour, student, since?, joined?, movedFrom?, mergedInto: [member id], alsoKnownAs:
/// [member id], gone?, goneOn?, movedTo?}}, cycles: {number: a case as [CaseRows] writes it},
/// exits: {attempt: a removal as [ExitRows] writes it}, closed?, baseTypeDispute?: {state,
/// baseType, since, reason, evidence, decidedOn?, answer?}}`, of the household and each member what
/// [ProfileRows] writes, and what [HelpRows] and [HelperRows] write.
///
/// Phone, address and what tells who a member is or fares are sealed; `health` is names with commas
/// between. Free text of a case is not in the row at all. Days are ISO text.
@Component
class HouseholdFileProjection implements Projection {

    static final String NAME = "household_file";
    static final String MERGED_INTO = "mergedInto";
    static final String DISPUTE = "baseTypeDispute";
    static final String ALSO_KNOWN_AS = "alsoKnownAs";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(
                HouseholdEvent.class,
                IdentificationEvent.class,
                AssistanceEvent.class,
                HelperEvent.class,
                RemovalEvent.class,
                NoticeEvent.class,
                DuplicateEvent.class,
                MarkingEvent.class,
                AppealEvent.class,
                InquiryEvent.class);
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event -> rows.advance(event.household().toString(), change(event));
            case IdentificationEvent event -> rows.advance(event.household().toString(), CaseRows.change(event));
            case MarkingEvent event -> rows.advance(event.household().toString(), CaseRows.change(event));
            case InquiryEvent event -> rows.advance(event.household().toString(), CaseRows.change(event));
            case AppealEvent event -> rows.advance(event.household().toString(), CaseRows.change(event));
            case AssistanceEvent event -> rows.advance(event.household().toString(), HelpRows.change(event));
            case HelperEvent event ->
                rows.advance(event.household().toString(), HelperRows.change(event, recorded.recordedAt()));
            case RemovalEvent event -> rows.advance(event.household().toString(), ExitRows.change(event));
            case NoticeEvent event -> rows.advance(event.household().toString(), ExitRows.change(event));
            case Link link -> on(link, rows);
            default -> {}
        }
    }

    /// Both lists are there from the first, so that a merge and its undoing leave the row as it
    /// was.
    private static void on(Link link, Rows rows) {
        var merged = link.merged().value();
        var kept = link.kept().value();
        link.mergedFrom()
                .ifPresent(household ->
                        rows.advance(household.toString(), change(link, field(merged, MERGED_INTO), kept)));
        link.keptIn()
                .ifPresent(household ->
                        rows.advance(household.toString(), change(link, field(kept, ALSO_KNOWN_AS), merged)));
    }

    private static Bson change(Link link, String field, String other) {
        return link.made() ? addToSet(field, other) : pull(field, other);
    }

    static Bson change(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered registered -> registered(registered);
            case MemberAdded added ->
                combine(
                        person(added.member(), added.person()),
                        told(added.member(), added.reason()),
                        moved(added.member(), "movedFrom", added.from()),
                        unset(field(added.member(), "gone")),
                        unset(field(added.member(), "goneOn")),
                        unset(field(added.member(), "movedTo")),
                        ProfileRows.change(added),
                        set(field(added.member(), "since"), added.on().toString()),
                        set(field(added.member(), MERGED_INTO), List.of()),
                        set(field(added.member(), ALSO_KNOWN_AS), List.of()));
            case MemberCorrected corrected -> person(corrected.member(), corrected.person());
            case MemberDecreased decreased ->
                combine(
                        set(
                                field(decreased.member(), "gone"),
                                decreased.reason().name()),
                        set(field(decreased.member(), "goneOn"), decreased.on().toString()),
                        moved(
                                decreased.member(),
                                "movedTo",
                                decreased.to() == null ? null : decreased.to().household()));
            case HeadNamed named -> set(field(named.member(), "relation"), Relation.HEAD.name());
            case MemberDescribed described -> ProfileRows.change(described);
            case HouseholdDescribed described -> ProfileRows.change(described);
            case BaseTypeDisputed disputed ->
                set(
                        DISPUTE,
                        new Document("state", "OPEN")
                                .append("baseType", disputed.baseType().name())
                                .append("since", disputed.on().toString())
                                .append("reason", words(disputed, disputed.reason()))
                                .append("evidence", words(disputed, disputed.evidence())));
            case BaseTypeCorrected corrected ->
                combine(
                        set("baseType", corrected.baseType().name()),
                        set(DISPUTE + ".state", "CORRECTED"),
                        set(DISPUTE + ".decidedOn", corrected.decidedOn().toString()));
            case BaseTypeUpheld upheld ->
                combine(
                        set(DISPUTE + ".state", "UPHELD"),
                        set(DISPUTE + ".decidedOn", upheld.on().toString()),
                        set(DISPUTE + ".answer", words(upheld, upheld.reason())));
        };
    }

    private static Bson moved(MemberId member, String field, @Nullable HouseholdId other) {
        return other == null ? unset(field(member, field)) : set(field(member, field), other.toString());
    }

    private static SealedText words(HouseholdEvent event, String text) {
        return SealedText.of(event.household().toString(), text);
    }

    private static Bson registered(HouseholdRegistered registered) {
        var change = combine(
                set("division", registered.division()),
                set("baseType", registered.baseType().name()),
                set("registeredOn", registered.on().toString()));
        var phone = registered.phone();
        return combine(
                change,
                told(registered, "phone", phone == null ? null : phone.value()),
                told(registered, "address", registered.address()),
                ProfileRows.change(registered));
    }

    private static Bson told(HouseholdRegistered registered, String field, @Nullable String text) {
        return text == null
                ? combine()
                : set(field, SealedText.of(registered.household().toString(), text));
    }

    private static Bson told(MemberId member, @Nullable IncreaseReason reason) {
        return reason == null ? combine() : set(field(member, "joined"), reason.name());
    }

    private static Bson person(MemberId member, Person person) {
        return combine(
                sealed(member, "name", person.name().value()),
                sealed(member, "document", person.document().value()),
                person.sex() == null
                        ? unset(field(member, "sex"))
                        : sealed(member, "sex", person.sex().name()),
                person.born() == null
                        ? unset(field(member, "born"))
                        : sealed(member, "born", person.born().toString()),
                sealed(
                        member,
                        "health",
                        person.health().stream().map(Health::name).collect(joining(","))),
                set(field(member, "relation"), person.relation().name()),
                set(field(member, "labour"), person.labour().name()),
                set(field(member, "student"), person.student()));
    }

    private static Bson sealed(MemberId member, String name, String text) {
        return set(field(member, name), SealedText.of(member.toString(), text));
    }

    private static String field(MemberId member, String name) {
        return field(member.toString(), name);
    }

    private static String field(String member, String name) {
        return "members." + member + "." + name;
    }
}
