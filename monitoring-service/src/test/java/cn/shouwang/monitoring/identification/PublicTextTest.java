package cn.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.rule.RuleBroken;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "号码999999197001010014在册, id-number",
                "99999919700101001x, id-number",
                "999999 19700101 0014, id-number",
                "９９９９９９１９７００１０１００１４, id-number",
                "999999700101001, id-number",
                "13800000000, phone",
                "138-0000-0000, phone",
                "+86 13800000000, phone",
                "0751-2251234, phone",
                "4111111111111111, bank-card",
                "4111 1111 1111 1111, bank-card",
                "户主患病, health",
                "一级残疾, health",
                "Cancer, health",
            })
    void what_must_not_hang_on_a_board_is_refused_by_its_kind_M7(String text, String kind) {
        assertThatThrownBy(() -> PublicText.mustBeFit(text)).isInstanceOfSatisfying(RuleBroken.class, refusal -> {
            assertThat(refusal.rule()).isEqualTo("identification.notice-shows-" + kind);
            assertThat(refusal.getMessage()).doesNotContain(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "拟将林某某户纳入监测，家庭人口2人，公示期5天。",
                "公示期 2025-11-04 至 2025-11-09",
                "2025-11-04 2025-11-09",
                "监督电话 12317",
                "新乡振〔2025〕11号 440233101203",
                "4111111111111112"
            })
    void an_ordinary_notice_is_fit_to_hang(String text) {
        assertThatCode(() -> PublicText.mustBeFit(text)).doesNotThrowAnyException();
    }
}
