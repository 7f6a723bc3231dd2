package cn.shouwang.monitoring.quality;

import static cn.shouwang.monitoring.quality.Someone.head;
import static cn.shouwang.monitoring.quality.Someone.son;
import static cn.shouwang.monitoring.quality.Someone.wife;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.profile.Work;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityRulesTest {

    private static final String HEADS_CERTIFICATE = head().person().document().value() + "44";

    @Test
    void Q01_who_has_no_document_yet_is_found() {
        assertThat(Facts.of(head(), son().documented("T-440233999999-1")).found(RuleId.Q01))
                .containsExactly("3:temporary");
        assertThat(Facts.of(head(), son().documented("PASSPORT:E12345678")).found(RuleId.Q01))
                .isEmpty();
    }

    @Test
    void Q01_a_certificate_has_20_or_22_characters() {
        assertThat(Facts.of(head().certified(HEADS_CERTIFICATE + "1")).found(RuleId.Q01))
                .containsExactly("1:length");
        assertThat(Facts.of(head().certified(HEADS_CERTIFICATE)).found(RuleId.Q01))
                .isEmpty();
        assertThat(Facts.of(head().certified(HEADS_CERTIFICATE + "01")).found(RuleId.Q01))
                .isEmpty();
    }

    @Test
    void Q01_a_certificate_begins_with_an_id_number_that_is_one() {
        var wrong = "9" + HEADS_CERTIFICATE.substring(0, 17) + "44";
        assertThat(Facts.of(head().certified(wrong)).found(RuleId.Q01)).containsExactly("1:check");
    }

    @Test
    void Q01_a_number_belongs_to_one_member() {
        assertThat(Facts.of(head(), son().certified(HEADS_CERTIFICATE)).found(RuleId.Q01))
                .containsExactly("1:twice", "3:twice");
        assertThat(Facts.of(head(), son()).found(RuleId.Q01)).isEmpty();
    }

    @Test
    void Q02_a_household_has_one_head() {
        assertThat(Facts.of(wife()).found(RuleId.Q02)).containsExactly("heads");
        assertThat(Facts.of(head(), son().as(Relation.HEAD)).found(RuleId.Q02)).containsExactly("heads");
        assertThat(Facts.of(head(), wife()).found(RuleId.Q02)).isEmpty();
        assertThat(Facts.of().found(RuleId.Q02)).isEmpty();
    }

    @Test
    void Q02_a_head_has_one_spouse() {
        assertThat(Facts.of(head(), wife(), Someone.of(4, "999999197203040066", Relation.SPOUSE))
                        .found(RuleId.Q02))
                .containsExactly("spouses");
    }

    @Test
    void Q02_head_and_spouse_are_not_of_the_same_sex() {
        assertThat(Facts.of(head(), son().as(Relation.SPOUSE)).found(RuleId.Q02))
                .containsExactly("3:sex");
    }

    @Test
    void Q03_a_daughter_is_no_man_and_a_son_no_woman() {
        assertThat(Facts.of(head(), son().as(Relation.DAUGHTER)).found(RuleId.Q03))
                .containsExactly("3:sex");
        assertThat(Facts.of(head(), wife().as(Relation.SON)).found(RuleId.Q03)).containsExactly("2:sex");
        assertThat(Facts.of(head(), son(), wife().as(Relation.DAUGHTER_IN_LAW)).found(RuleId.Q03))
                .isEmpty();
        assertThat(Facts.of(head(), son().as(Relation.SIBLING).of(Sex.FEMALE)).found(RuleId.Q03))
                .isEmpty();
    }

    @Test
    void Q12_a_phone_number_has_eleven_digits() {
        assertThat(Facts.of(head().phoned("1380000000")).found(RuleId.Q12)).containsExactly("1:length");
        assertThat(Facts.of(head().phoned("0751-2250000")).found(RuleId.Q12)).isEmpty();
    }

    @Test
    void Q12_who_works_in_different_counties_does_not_share_a_phone() {
        assertThat(Facts.of(at("440305", head()), at("440106", wife())).found(RuleId.Q12))
                .containsExactly("1:shared", "2:shared");
        assertThat(Facts.of(at("440305", head()), at("440305", wife())).found(RuleId.Q12))
                .isEmpty();
        assertThat(Facts.of(head().phoned("13800000000"), wife().phoned("13800000000"))
                        .found(RuleId.Q12))
                .isEmpty();
    }

    private static Someone at(String county, Someone member) {
        return member.phoned("13800000000")
                .working(new Work(false, new Work.Place(county, null, false), 6, null, null, null, null, null));
    }
}
