package cn.shouwang.monitoring.search;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueId;
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
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Nameplate;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.platform.erasure.ErasureEvent;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `persons`, one row per subject by which a person can be found: `{_id: subject, kind, division,
/// thing, household?, report?, name?, document?, documentHash?, phoneHash?, left?: {household: reason}}`.
///
/// `kind` is a name of [Persons.Kind]; a household's row has the fields of [Nameplate] instead of a
/// name; `thing` is the id under which the read log speaks of it, for a report that of its clue. A
/// member who moved is found in the last household. Name and document are sealed. A hash is there while
/// the number it stands for is known: it goes with a correction and when the subject is forgotten.
@Component
class PersonsProjection implements Projection {

    static final String NAME = "persons";
    static final String DOCUMENT = "documentHash";
    static final String PHONE = "phoneHash";

    private final BlindIndex index;

    PersonsProjection(BlindIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HouseholdEvent.class, ReportEvent.class, ClueEvent.class, ErasureEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on(DOCUMENT), Index.on(PHONE));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event -> household(event, rows);
            case Arrival arrival -> rows.advance(arrival.report().value(), reported(arrival));
            case ClueRegistered clue
            when clue.report() == null -> rows.advance(clue.clue().toString(), seen(clue));
            case ErasureApproved approved ->
                approved.subjects().stream()
                        .filter(subject -> subject.indexOf(':') < 0) // someone beside it has no row
                        .forEach(subject -> rows.advance(subject, combine(unset(DOCUMENT), unset(PHONE))));
            default -> {}
        }
    }

    /// A document's hash among documents.
    static String hash(BlindIndex index, PersonDocument document) {
        return index.of("document", document.value());
    }

    /// A phone number's hash among phone numbers.
    static String hash(BlindIndex index, Phone phone) {
        return index.of("phone", phone.value());
    }

    private void household(HouseholdEvent event, Rows rows) {
        var plate = Nameplate.change(event);
        rows.advance(
                event.household().toString(),
                event instanceof HouseholdRegistered registered ? combine(plate, registered(registered)) : plate);
        switch (event) {
            case HouseholdRegistered _,
                    HeadNamed _,
                    MemberDescribed _,
                    HouseholdDescribed _,
                    BaseTypeDisputed _,
                    BaseTypeCorrected _,
                    BaseTypeUpheld _ -> {}
            case MemberAdded added ->
                rows.advance(
                        added.member().toString(),
                        combine(
                                thing(Persons.Kind.MEMBER, added.division(), added.household()),
                                set("household", added.household().toString()),
                                unset("left." + added.household()),
                                person(added.member(), added.person())));
            case MemberCorrected corrected ->
                rows.advance(corrected.member().toString(), person(corrected.member(), corrected.person()));
            case MemberDecreased decreased ->
                rows.advance(
                        decreased.member().toString(),
                        set("left." + decreased.household(), decreased.reason().name()));
        }
    }

    private Bson registered(HouseholdRegistered registered) {
        return combine(
                thing(Persons.Kind.HOUSEHOLD, registered.division(), registered.household()),
                set("household", registered.household().toString()),
                phone(registered.phone()));
    }

    private Bson reported(Arrival arrival) {
        var applicant = arrival.applicant();
        return combine(
                thing(Persons.Kind.REPORT, arrival.division(), ClueId.of(arrival.report())),
                set("report", arrival.report().value()),
                known(arrival.report().value(), applicant.name(), applicant.document()),
                phone(applicant.phone()));
    }

    private Bson seen(ClueRegistered clue) {
        var subject = clue.subject();
        return combine(
                thing(Persons.Kind.CLUE, clue.division(), clue.clue()),
                known(clue.clue().toString(), subject.name(), subject.document()),
                phone(subject.phone()));
    }

    private static Bson thing(Persons.Kind kind, String division, Object thing) {
        return combine(set("kind", kind.name()), set("division", division), set("thing", thing.toString()));
    }

    private Bson person(MemberId member, Person person) {
        return known(member.toString(), person.name(), person.document());
    }

    private Bson known(String subject, @Nullable PersonName name, @Nullable PersonDocument document) {
        var known = new ArrayList<Bson>();
        if (name != null) {
            known.add(set("name", SealedText.of(subject, name.value())));
        }
        if (document != null) {
            known.add(set("document", SealedText.of(subject, document.value())));
        }
        known.add(
                document == null || document.value().isEmpty()
                        ? unset(DOCUMENT)
                        : set(DOCUMENT, hash(index, document)));
        return combine(known);
    }

    private Bson phone(@Nullable Phone phone) {
        return phone == null || phone.value().isEmpty() ? unset(PHONE) : set(PHONE, hash(index, phone));
    }
}
