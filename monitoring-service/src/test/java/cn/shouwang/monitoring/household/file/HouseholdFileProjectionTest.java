package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.identification.Case.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.Rendered;
import cn.shouwang.monitoring.appeal.Appealed;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased.Destination;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.IncreaseReason;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Profiles;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.inquiry.Asked;
import cn.shouwang.monitoring.marking.Marks;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.monitoring.profile.Particulars;
import cn.shouwang.platform.reading.Field;
import cn.shouwang.platform.test.TestViews;
import java.util.List;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseholdFileProjectionTest {

    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered(
            HOUSEHOLD, VILLAGE, BaseType.ORDINARY, "三组12号", Phone.of("13800000000"), november(1));
    private static final HouseholdId OTHER = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e12");
    private static final MemberAdded ADDED =
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1));

    @Test
    void what_is_personal_is_masked_or_not_in_the_file_at_all() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED, ADDED)
                .again()
                .rebuilt();

        var file = HouseholdFile.whole(rows.row(HOUSEHOLD)).toString();
        assertThat(file)
                .contains("138****0000", "林*一", "999999********0017")
                .doesNotContain("三组12号", "13800000000", "林守一", "19700101", "1970-01-01", "HEALTHY");
    }

    @Test
    void of_a_forgotten_member_the_file_keeps_what_is_not_personal() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED, ADDED)
                .forget(HEAD);

        var file = HouseholdFile.whole(rows.row(HOUSEHOLD));
        assertThat(file.phone()).isEqualTo("138****0000");
        assertThat(file.members()).singleElement().satisfies(member -> {
            assertThat(member.name()).isEqualTo("已删除");
            assertThat(member.document()).isEqualTo("已删除");
            assertThat(member.sex()).isNull();
            assertThat(member.bornIn()).isNull();
            assertThat(member.relation()).isEqualTo("HEAD");
        });
    }

    @Test
    void what_is_told_of_a_member_is_named_and_not_shown() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(
                        REGISTERED,
                        ADDED,
                        new MemberDescribed(HOUSEHOLD, VILLAGE, HEAD, Profiles.MEMBER, november(2)),
                        new HouseholdDescribed(HOUSEHOLD, VILLAGE, Profiles.HOUSEHOLD, november(2)))
                .again()
                .rebuilt();

        var file = HouseholdFile.whole(rows.row(HOUSEHOLD));
        assertThat(file.members()).singleElement().satisfies(member -> {
            assertThat(member.phone()).isEqualTo("138****0009");
            assertThat(member.described()).containsExactlyElementsOf(ProfileRows.MEMBER_PARTS);
            assertThat(member.standing()).isEqualTo(new Document("hukouMember", true).append("coResident", false));
        });
        assertThat(file.described().water()).containsEntry("convenience", false);
        assertThat(file.described().house()).containsEntry("grade", "B").containsEntry("area", 9650);
        assertThat(file.described().hidden()).containsExactly("relocation_address", "account", "national_number");
        assertThat(file.toString())
                .doesNotContain("试验", "某工业区", "6228480000000000000", "99999919700101001444", "4402330000000001");
    }

    @Test
    void the_national_numbers_with_which_a_household_came_are_kept_masked_until_others_are_told() {
        var came =
                new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, "440233000777", november(1));
        var joined =
                new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, ADDED.person(), null, "4402330000000777", null, november(1));
        var silent = new MemberProfile(
                null, null, null, null, null, null, null, new Particulars("13800000008", null, null, null, null, null));
        var rows = new TestViews(new HouseholdFileProjection())
                .given(came, joined, new MemberDescribed(HOUSEHOLD, VILLAGE, HEAD, silent, november(2)))
                .again()
                .rebuilt();
        var file = HouseholdFile.whole(rows.row(HOUSEHOLD));
        assertThat(file.nationalNumber()).isEqualTo("440233**0777");
        assertThat(file.described().hidden()).containsExactly("national_number");
        assertThat(file.members().getFirst().nationalNumber()).isEqualTo("440233******0777");

        rows.given(
                new HouseholdDescribed(HOUSEHOLD, VILLAGE, Profiles.HOUSEHOLD, november(3)),
                new MemberDescribed(HOUSEHOLD, VILLAGE, HEAD, Profiles.MEMBER, november(3)));
        var later = HouseholdFile.whole(rows.row(HOUSEHOLD));
        assertThat(later.nationalNumber()).isEqualTo("440233**0001");
        assertThat(later.members().getFirst().nationalNumber()).isEqualTo("440233******0001");
        assertThat(HouseholdFile.whole(rows.forget(HEAD).row(HOUSEHOLD))
                        .members()
                        .getFirst()
                        .nationalNumber())
                .isEqualTo("已删除");
    }

    @Test
    void a_disputed_base_type_is_told_with_its_evidence_and_changes_only_when_it_is_corrected() {
        var disputed = new BaseTypeDisputed(HOUSEHOLD, VILLAGE, BaseType.LIFTED, "建档时录错", "名册第3页", november(2));
        var rows = new TestViews(new HouseholdFileProjection()).given(REGISTERED, disputed);
        var open = HouseholdFile.whole(rows.row(HOUSEHOLD));
        assertThat(open.baseType()).isEqualTo(BaseType.ORDINARY);
        assertThat(open.baseTypeDispute())
                .containsEntry("state", "OPEN")
                .containsEntry("baseType", "LIFTED")
                .containsEntry("since", "2025-11-02")
                .containsEntry("reason", "建档时录错")
                .containsEntry("evidence", "名册第3页");

        rows.given(new BaseTypeUpheld(HOUSEHOLD, VILLAGE, "名册无此户", november(3)));
        var upheld = HouseholdFile.whole(rows.row(HOUSEHOLD));
        assertThat(upheld.baseType()).isEqualTo(BaseType.ORDINARY);
        assertThat(upheld.baseTypeDispute())
                .containsEntry("state", "UPHELD")
                .containsEntry("answer", "名册无此户")
                .containsEntry("decidedOn", "2025-11-03");

        rows.given(disputed, new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.LIFTED, november(2), november(2)));
        var corrected = HouseholdFile.whole(rows.again().rebuilt().row(HOUSEHOLD));
        assertThat(corrected.baseType()).isEqualTo(BaseType.LIFTED);
        assertThat(corrected.baseTypeDispute())
                .containsEntry("state", "CORRECTED")
                .doesNotContainKey("answer");
    }

    @Test
    void M13_a_move_is_linked_on_both_sides_and_a_return_is_no_absence() {
        var gone = new MemberDecreased(
                HOUSEHOLD,
                VILLAGE,
                HEAD,
                DecreaseReason.OTHER_HOUSEHOLD,
                new Destination(OTHER, Relation.OTHER),
                november(3));
        var rows = new TestViews(new HouseholdFileProjection()).given(REGISTERED, ADDED, gone);
        var left = HouseholdFile.whole(rows.row(HOUSEHOLD)).members().getFirst();
        assertThat(left.gone()).isEqualTo("OTHER_HOUSEHOLD");
        assertThat(left.movedTo()).isEqualTo(OTHER.toString());

        rows.given(new MemberAdded(
                HOUSEHOLD, VILLAGE, HEAD, ADDED.person(), IncreaseReason.OTHER_HOUSEHOLD, null, OTHER, november(5)));
        var back = HouseholdFile.whole(rows.again().rebuilt().row(HOUSEHOLD))
                .members()
                .getFirst();
        assertThat(back.gone()).isNull();
        assertThat(back.goneOn()).isNull();
        assertThat(back.movedTo()).isNull();
        assertThat(back.movedFrom()).isEqualTo(OTHER.toString());
        assertThat(back.since()).isEqualTo(november(5));
    }

    @Test
    void of_a_forgotten_member_no_description_is_left() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED, ADDED, new MemberDescribed(HOUSEHOLD, VILLAGE, HEAD, Profiles.MEMBER, november(2)))
                .forget(HEAD);

        var member = HouseholdFile.whole(rows.row(HOUSEHOLD)).members().getFirst();
        assertThat(member.phone()).isEqualTo("已删除");
        assertThat(member.described()).isEmpty();
        assertThat(member.standing()).isNotNull();
    }

    @Test
    void every_part_of_a_description_can_be_revealed_for_a_purpose() {
        var fields = HouseholdReveals.FIELDS.stream().map(Field::name);
        assertThat(fields)
                .containsAll(ProfileRows.MEMBER_PARTS.stream()
                        .map(part -> "member." + part)
                        .toList())
                .containsAll(ProfileRows.SEALED_OF_HOUSEHOLD.stream()
                        .map(part -> "household." + part)
                        .toList());
    }

    @Test
    void no_free_text_of_a_case_is_in_the_file() {
        for (IdentificationEvent event :
                List.of(PUBLICIZED, OBJECTED, UPHELD, DISMISSED, REVIEWED, RETURNED, REJECTED)) {
            assertThat(Rendered.set(CaseRows.change(event)).toJson())
                    .doesNotContain(NOTICE, "小汽车", "经查属实", "车辆", "同意", "材料不全", "收入稳定");
        }
    }

    @Test
    void every_event_is_the_last_step_of_its_cycle() {
        assertThat(Rendered.set(CaseRows.change(DETERMINED)))
                .containsEntry("cycles.1.lastStep", new BsonString("identification.household-determined"))
                .containsEntry("cycles.1.lastOn", new BsonString("2025-11-12"));
    }

    @Test
    void what_counts_of_an_income_is_summed_by_block() {
        var rows = new TestViews(new HouseholdFileProjection()).given(REGISTERED, OPENED, VISITED);
        assertThat(HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles().getFirst().visit())
                .containsEntry("blocksFen", new Document("WAGE", 2 * LINE_FEN));
    }

    @Test
    void what_departments_answered_is_kept_with_its_case_and_forgotten_with_it() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED, OPENED, Asked.REQUESTED, Asked.CAREFUL, Asked.WEIGHED)
                .again()
                .rebuilt();
        var comparison =
                HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles().getFirst().comparison();
        assertThat(comparison)
                .containsEntry("until", "2025-11-08")
                .containsEntry("hits", List.of(new Document("dataset", "VEHICLE").append("effect", "CAREFUL")))
                .containsEntry("weighing", Asked.WEIGHED.ground());
        rows.forget(HOUSEHOLD + ":1");
        assertThat(String.valueOf(HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles()))
                .doesNotContain(Asked.WEIGHED.ground());
    }

    @Test
    void that_an_authorization_was_taken_back_stands_beside_it() {
        var rows = new TestViews(new HouseholdFileProjection()).given(REGISTERED, OPENED, AUTHORIZED, Asked.WITHDRAWN);
        var one = HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles().getFirst();
        assertThat(one.authorizedOn()).isEqualTo(november(2));
        assertThat(one.authorizationWithdrawnOn()).isEqualTo(november(4));
    }

    @Test
    void an_appeal_and_its_answer_are_kept_with_their_case_and_forgotten_with_it() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED, OPENED, Appealed.FILED, Appealed.DISMISSED)
                .again()
                .rebuilt();
        var appeal =
                HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles().getFirst().appeal();
        assertThat(appeal)
                .containsEntry("text", Appealed.FILED.text())
                .containsEntry("granted", false)
                .containsEntry("explanation", Appealed.DISMISSED.explanation());
        rows.forget(HOUSEHOLD + ":1");
        assertThat(String.valueOf(HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles()))
                .doesNotContain(Appealed.FILED.text(), Appealed.DISMISSED.explanation());
    }

    @Test
    void the_national_number_is_kept_with_its_case_and_forgotten_with_it() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED, OPENED, Marks.MARKED, Marks.CORRECTED)
                .again()
                .rebuilt();
        var marking =
                HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles().getFirst().marking();
        assertThat(marking).containsEntry("number", Marks.CORRECTED.number()).containsEntry("on", "2025-11-15");
        rows.forget(HOUSEHOLD + ":1");
        assertThat(String.valueOf(HouseholdFile.whole(rows.row(HOUSEHOLD)).cycles()))
                .doesNotContain(Marks.CORRECTED.number());
    }
}
