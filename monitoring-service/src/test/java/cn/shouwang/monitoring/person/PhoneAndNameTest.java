package cn.shouwang.monitoring.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.rule.RuleBroken;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneAndNameTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "13800000000, 13800000000",
        "139-0000 0000, 13900000000",
        "0751-2250000, 07512250000",
        "07512250000, 07512250000"
    })
    void a_mobile_or_a_land_line_of_the_city_is_accepted(String text, String digits) {
        assertThat(Phone.of(text).value()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12800000000", "1380000000", "138000000000", "02012345678", "075122500000", "abc"})
    void any_other_number_is_refused(String text) {
        assertThatThrownBy(() -> Phone.of(text))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("person.phone-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12", "<b>", "张\n三", "·张", "张三张三张三张三张三张三张三张三张三张三张三张三张三张三张三张三张三张三张三张三张"})
    void what_cannot_be_a_name_is_refused(String text) {
        assertThatThrownBy(() -> PersonName.of(text))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("person.name-malformed"));
    }

    @ParameterizedTest
    @CsvSource({"张, *", "张伟, 张*", "张小明, 张*明", "欧阳小明, 欧**明", "𠮷田, 𠮷*", "𠮷小田, 𠮷*田"})
    void a_name_keeps_its_ends_and_hides_the_middle(String name, String masked) {
        assertThat(PersonName.of(name)).hasToString(masked);
    }

    @Test
    void a_phone_shows_three_and_four() {
        assertThat(Phone.of("13800001234")).hasToString("138****1234");
    }

    @Test
    void masks_hide_everything_when_nothing_would_be_hidden() {
        assertThat(Masked.id("1234567890")).isEqualTo("**********");
        assertThat(Masked.phone("1234567")).isEqualTo("*******");
        assertThat(Masked.name("")).isEmpty();
    }

    @Test
    void in_json_both_are_one_string() {
        assertThat(JSON.writeValueAsString(Phone.of("13800000000"))).isEqualTo("\"13800000000\"");
        assertThat(JSON.readValue("\"张小明\"", PersonName.class)).isEqualTo(PersonName.of("张小明"));
        assertThat(JSON.writeValueAsString(PersonName.of("张小明"))).isEqualTo("\"张小明\"");
        assertThat(JSON.readValue("\"13800000000\"", Phone.class)).isEqualTo(Phone.of("13800000000"));
    }
}
