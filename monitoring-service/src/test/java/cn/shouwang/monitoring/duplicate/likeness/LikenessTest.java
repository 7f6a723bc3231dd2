package cn.shouwang.monitoring.duplicate.likeness;

import static cn.shouwang.monitoring.duplicate.Sample.DAY;
import static cn.shouwang.monitoring.duplicate.Sample.FIRST_HOUSE;
import static cn.shouwang.monitoring.duplicate.Sample.FIRST_MEMBER;
import static cn.shouwang.monitoring.duplicate.Sample.OTHER_TOWN;
import static cn.shouwang.monitoring.duplicate.Sample.SECOND_HOUSE;
import static cn.shouwang.monitoring.duplicate.Sample.SECOND_MEMBER;
import static cn.shouwang.monitoring.duplicate.Sample.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import cn.shouwang.monitoring.clue.ClueChannel;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.clue.Subject;
import cn.shouwang.monitoring.duplicate.Traits;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.Samples;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureId;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.sealing.Suite;
import cn.shouwang.platform.sealing.WrappingKeys;
import cn.shouwang.platform.test.TestViews;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LikenessTest {

    private static final IdNumber MAN =
            (IdNumber) Persons.of(Persons.MAN, Relation.HEAD).document();

    @TempDir
    private Path folder;

    private Hashes hashes;

    @BeforeEach
    void an_installation_has_its_own_key() {
        hashes = new Hashes(new BlindIndex(new WrappingKeys(folder.resolve("keys"), () -> true), Suite.AES));
    }

    @Test
    void a_row_holds_hashes_and_nothing_personal_and_is_the_same_however_often_it_is_built() {
        var likeness = new TestViews(new LikenessProjection(hashes))
                .given(
                        added(Persons.of(Persons.MAN, Relation.HEAD)),
                        new SelfReportSubmitted(Samples.REPORT, VILLAGE, Samples.APPLICANT, Samples.NEED, DAY, DAY),
                        clue())
                .again()
                .rebuilt();
        var row = likeness.row(FIRST_MEMBER);
        assertThat(row)
                .containsOnlyKeys("_id", "kind", "division", "household", "enteredAt", "document", "nameBirthVillage");
        assertThat(row.getString("document")).matches("[0-9a-f]{32}");
        assertThat(likeness.rows()).hasSize(3);
        // no shorter digits: hashes hold three or four of any kind by chance
        assertThat(likeness.rows().toString())
                .doesNotContain("999999", "林守一", "林", "19700101", "1970-01-01", "测小样", "1380000");
    }

    @Test
    void a_correction_replaces_the_hashes() {
        var likeness =
                new TestViews(new LikenessProjection(hashes)).given(added(Persons.of(Persons.MAN, Relation.HEAD)));
        var before = likeness.row(FIRST_MEMBER);
        var newborn = person("林新", "T-440233101203-1", null);
        likeness.given(new MemberCorrected(FIRST_HOUSE, VILLAGE, FIRST_MEMBER, newborn, DAY))
                .again()
                .rebuilt();
        var after = likeness.row(FIRST_MEMBER);
        assertThat(before).containsKeys("document", "nameBirthVillage");
        assertThat(after).doesNotContainKeys("document", "nameBirthVillage");
        assertThat(after.getString("enteredAt")).isGreaterThan(before.getString("enteredAt"));
    }

    @Test
    void of_someone_forgotten_no_hash_is_left_or_made_anew() {
        assertThat(Rendered.unset(LikenessProjection.forgotten())).containsOnlyKeys("document", "nameBirthVillage");
        var erasure = new ErasureApproved(
                ErasureId.of("00000000-0000-4000-8000-000000000009"),
                VILLAGE,
                FIRST_MEMBER.toString(),
                List.of(FIRST_MEMBER.toString(), FIRST_HOUSE.toString()),
                DAY);
        var erased = new TestViews(new LikenessProjection(hashes))
                .given(added(Persons.of(Persons.MAN, Relation.HEAD)), erasure)
                .again()
                .rebuilt();
        assertThat(erased.row(FIRST_MEMBER)).doesNotContainKeys("document", "nameBirthVillage");
        var forgotten = new Person(
                PersonName.forgotten(),
                PersonDocument.forgotten(),
                null,
                null,
                Relation.HEAD,
                LabourAbility.ORDINARY,
                Set.of(),
                false);
        var rebuilt = new TestViews(new LikenessProjection(hashes)).given(added(forgotten));
        assertThat(rebuilt.row(FIRST_MEMBER)).doesNotContainKeys("document", "nameBirthVillage");
    }

    @Test
    void slips_of_a_number_are_found_both_ways_and_nothing_further_away() {
        var slips = MAN.slips();
        assertThat(slips).hasSizeBetween(100, 169).doesNotContain(MAN);
        assertThat(slips).allMatch(slip -> slip.slips().contains(MAN));
        assertThat(slips).contains(id("99999919700101003"), id("99999919700110001"), id("99999819700101001"));
        assertThat(slips).doesNotContain(id("99999919710101003"), id("99999919700101100"));
    }

    @Test
    void documents_of_other_kinds_are_compared_whole_and_temporary_references_not_at_all() {
        var passport = traits(added(person("安娜", "PASSPORT:E12345678", LocalDate.of(1980, 2, 3))));
        assertThat(hashes.document(passport)).isPresent();
        assertThat(hashes.slips(passport)).isEmpty();
        assertThat(hashes.document(traits(added(person("林新", "T-440233101203-1", null)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "欧阳小明, 欧 阳 小 明",
        "阿依古丽·买买提, 阿依古丽•买买提",
        "阿依古丽·买买提, 阿依古丽.买买提",
        "Anna-Maria, anna maria",
        "张国庆, 張國慶",
        "Ｌｉｎ, lin"
    })
    void a_name_is_one_however_it_is_written(String one, String other) {
        assertThat(Hashes.plain(PersonName.of(one))).isEqualTo(Hashes.plain(PersonName.of(other)));
    }

    @Test
    void name_and_birth_count_only_within_one_village() {
        var born = LocalDate.of(1980, 2, 3);
        var here = hashes.nameBirthVillage(traits(added(person("林守一", "PASSPORT:E12345678", born))));
        var again = hashes.nameBirthVillage(traits(added(person("林 守一", "T-440233101203-1", born))));
        var there = hashes.nameBirthVillage(traits(new MemberAdded(
                SECOND_HOUSE, OTHER_TOWN, SECOND_MEMBER, person("林守一", "T-440233102202-1", born), DAY)));
        assertThat(again).isPresent().isEqualTo(here);
        assertThat(there).isPresent().isNotEqualTo(here);
        assertThat(hashes.nameBirthVillage(traits(added(person("林守一", "T-440233101203-1", null)))))
                .isEmpty();
    }

    private static Traits traits(Placed event) {
        return Traits.of(event).orElseThrow();
    }

    private static MemberAdded added(Person person) {
        return new MemberAdded(FIRST_HOUSE, VILLAGE, FIRST_MEMBER, person, DAY);
    }

    private static ClueRegistered clue() {
        return new ClueRegistered(
                ClueId.of("00000000-0000-4000-8000-000000000003"),
                VILLAGE,
                ClueChannel.GRASSROOTS_CHECK,
                null,
                new Subject(null, null, null),
                Risks.of(RiskType.ILLNESS),
                "走访发现",
                DAY,
                DAY);
    }

    private static Person person(String name, String document, @Nullable LocalDate born) {
        return new Person(
                PersonName.of(name),
                PersonDocument.of(document),
                Sex.MALE,
                born,
                Relation.SON,
                LabourAbility.ORDINARY,
                Set.of(Health.HEALTHY),
                false);
    }

    private static IdNumber id(String digits) {
        return (IdNumber) Persons.of(digits + "0", Relation.HEAD).document();
    }
}
