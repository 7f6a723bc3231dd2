package cn.shouwang.monitoring.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.clue.ClueChannel;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.clue.Subject;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.report.Applicant;
import cn.shouwang.monitoring.report.Need;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureId;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.sealing.Suite;
import cn.shouwang.platform.sealing.WrappingKeys;
import cn.shouwang.platform.test.TestViews;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonsProjectionTest {

    private static final String VILLAGE = "440233101203";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 1);
    private static final HouseholdId HOUSEHOLD = HouseholdId.of("00000000-0000-4000-8000-0000000000aa");
    private static final MemberId HEAD = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final ReportId REPORT = ReportId.of("00000000-0000-4000-8000-0000000000bb");
    private static final Phone PHONE = Phone.of("13800000000");
    private static final Risks ILLNESS = new Risks(List.of(RiskType.ILLNESS));
    private static final HouseholdRegistered REGISTERED =
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, PHONE, DAY);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // before each test
    private TestViews rows;

    @SuppressWarnings("NullAway.Init")
    private BlindIndex index;

    @BeforeEach
    void make() {
        index = new BlindIndex(new WrappingKeys(folder.resolve("keys.json"), () -> true), Suite.AES);
        rows = new TestViews(new PersonsProjection(index));
    }

    @Test
    void a_member_is_found_by_document_and_the_household_by_phone() {
        rows.given(REGISTERED, added(man())).again().rebuilt();
        assertThat(rows.row(HEAD))
                .containsEntry("kind", "MEMBER")
                .containsEntry("division", VILLAGE)
                .containsEntry("thing", HOUSEHOLD.toString())
                .containsEntry("documentHash", document(man()))
                .doesNotContainKey("phoneHash");
        assertThat(rows.row(HOUSEHOLD))
                .containsEntry("kind", "HOUSEHOLD")
                .containsEntry("phoneHash", PersonsProjection.hash(index, PHONE));
    }

    @Test
    void a_report_and_a_clue_of_its_own_are_found_too_and_a_report_goes_by_its_clue() {
        var name = PersonName.of("测申报");
        var clue = ClueId.next();
        rows.given(
                new SelfReportSubmitted(
                        REPORT,
                        VILLAGE,
                        new Applicant(name, PHONE, man().document(), 3),
                        new Need(ILLNESS, ""),
                        DAY,
                        DAY),
                clue(ClueId.of(REPORT), REPORT, new Subject(name, PHONE, man().document())),
                clue(clue, null, new Subject(null, PHONE, null)));
        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.row(REPORT))
                .containsEntry("thing", ClueId.of(REPORT).toString())
                .containsEntry("documentHash", document(man()))
                .containsEntry("phoneHash", PersonsProjection.hash(index, PHONE));
        assertThat(rows.row(clue))
                .containsEntry("kind", "CLUE")
                .containsKey("phoneHash")
                .doesNotContainKeys("documentHash", "name");
    }

    @Test
    void a_corrected_document_is_found_by_the_new_one_only() {
        rows.given(
                REGISTERED,
                added(man()),
                new MemberCorrected(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.WOMAN, Relation.HEAD), DAY));
        assertThat(rows.row(HEAD).getString("documentHash")).isNotNull().isNotEqualTo(document(man()));
    }

    @Test
    void who_left_is_found_as_gone_and_who_moved_in_the_new_household() {
        var next = HouseholdId.fresh();
        rows.given(REGISTERED, added(man()), new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, DecreaseReason.DEATH, DAY));
        assertThat(rows.row(HEAD).get("left", Document.class)).containsKey(HOUSEHOLD.toString());
        rows.given(new MemberAdded(next, "440233101204", HEAD, man(), DAY));
        assertThat(rows.row(HEAD))
                .containsEntry("household", next.toString())
                .containsEntry("division", "440233101204");
    }

    @Test
    void who_is_forgotten_is_found_by_no_number_any_more() {
        rows.given(
                        REGISTERED,
                        added(man()),
                        new ErasureApproved(
                                ErasureId.of(UUID.randomUUID().toString()),
                                VILLAGE,
                                HEAD.toString(),
                                List.of(HEAD.toString(), HOUSEHOLD.toString(), REPORT + ":delegate"),
                                DAY))
                .again();
        assertThat(rows.row(HEAD)).doesNotContainKey("documentHash");
        assertThat(rows.row(HOUSEHOLD)).doesNotContainKey("phoneHash");
        assertThat(rows.rows()).hasSize(2);
    }

    private String document(Person person) {
        return PersonsProjection.hash(index, person.document());
    }

    private static Person man() {
        return Persons.of(Persons.MAN, Relation.HEAD);
    }

    private static MemberAdded added(Person person) {
        return new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, person, DAY);
    }

    private static ClueRegistered clue(ClueId clue, @Nullable ReportId report, Subject subject) {
        return new ClueRegistered(clue, VILLAGE, ClueChannel.GRASSROOTS_CHECK, report, subject, ILLNESS, "", DAY, DAY);
    }
}
