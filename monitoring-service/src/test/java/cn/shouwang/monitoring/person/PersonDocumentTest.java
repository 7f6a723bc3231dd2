package cn.shouwang.monitoring.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonDocumentTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void the_published_examples_of_the_standard_are_accepted(String number) {
        assertThat(PersonDocument.of(number).value()).isEqualTo(number);
    }

    @Test
    void birth_date_and_sex_are_read_from_the_number() {
        var woman = IdNumber.of("11010519491231002X");
        assertThat(woman.birth()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(woman.male()).isFalse();
        assertThat(IdNumber.of("440524188001010014").male()).isTrue();
    }

    @Test
    void a_small_x_and_blanks_around_are_forgiven() {
        assertThat(PersonDocument.of(" 11010519491231002x ").value()).isEqualTo("11010519491231002X");
    }

    @Test
    void every_wrong_last_character_is_found() {
        for (var wrong : "0123456789".toCharArray()) {
            refused("11010519491231002" + wrong, "person.id-number-check-digit");
        }
    }

    @Test
    void two_neighbouring_digits_exchanged_are_found() {
        refused("11010519491213002X", "person.id-number-check-digit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1101051949123100",
                "11010519491231002XX",
                "X1010519491231002X",
                "１１０１０５１９４９１２３１００２X",
                "11010519491231002Y"
            })
    void anything_but_seventeen_digits_and_a_check_character_is_malformed(String text) {
        refused(text, "person.id-number-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999920230229001", "99999920241301001", "99999920240100001"})
    void a_birth_date_that_is_no_day_of_the_calendar_is_refused(String digits) {
        refused(digits + IdNumber.checkOf(digits), "person.id-number-birth-date");
    }

    @Test
    void nobody_is_born_after_today_but_history_is_read_without_asking_the_day() {
        var digits = "99999920260302001";
        var number = digits + IdNumber.checkOf(digits);
        assertThat(PersonDocument.of(number, LocalDate.of(2026, 3, 2)).value()).isEqualTo(number);
        refusal(() -> PersonDocument.of(number, LocalDate.of(2026, 3, 1)), "person.id-number-birth-date");
        assertThat(PersonDocument.of(number).value()).isEqualTo(number);
    }

    @Test
    void whoever_has_no_document_yet_gets_a_reference_of_the_village() {
        assertThat(PersonDocument.of("T-440233999999-12")).isEqualTo(new TemporaryRef("440233999999", 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-440233-1", "T-440233999999-0", "T-440233999999-", "T-440233999999-1000000"})
    void a_reference_without_village_or_number_is_refused(String text) {
        refused(text, "person.temporary-ref-malformed");
    }

    @Test
    void another_document_is_a_kind_and_a_number() {
        assertThat(PersonDocument.of("passport:e12345678"))
                .isEqualTo(new OtherDocument(OtherDocument.Kind.PASSPORT, "E12345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIBRARY_CARD:12345", "PASSPORT:", "PASSPORT:12", ":12345", "PASSPORT:123 45"})
    void an_unknown_kind_or_a_bad_number_is_refused(String text) {
        refused(text, "person.document-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "PASSPORT:E12345678", "T-440233999999-12"})
    void in_json_every_document_is_one_string(String text) {
        var json = JSON.writeValueAsString(PersonDocument.of(text));
        assertThat(json).isEqualTo('"' + text + '"');
        assertThat(JSON.readValue(json, PersonDocument.class)).isEqualTo(PersonDocument.of(text));
    }

    @Test
    void what_is_printed_is_masked() {
        assertThat(PersonDocument.of("11010519491231002X")).hasToString("110105********002X");
        assertThat(PersonDocument.of("PASSPORT:E12345678")).hasToString("PASSPORT:*******78");
    }

    private static void refused(String text, String rule) {
        refusal(() -> PersonDocument.of(text), rule);
    }

    private static AbstractThrowableAssert<?, ?> refusal(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String rule) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal.rule())
                .isEqualTo(rule));
    }
}
