package cn.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.household.Hidden;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.Set;
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
                "残 疾, health",
                "尿·毒·症, health",
                "999999 1980 01 01 0011, id-number",
                "12317999999198001010011, id-number",
                "999999-1980-01-01-0011, id-number",
                "9999 9919 7001 0100 14, id-number",
                "９９９９９９１９７００１０１００１４11, id-number",
                "9999991970010100144301, id-number",
                "9 9 9 9 9 9 1 9 7 0 0 1 0 1 0 0 1 4, id-number",
                "999999********0014, id-number",
                "T-440233101203-1, id-number",
                "九九九九九九一九七〇〇一〇一〇〇一四, id-number",
                "一三八零零零零零零零一, phone",
                "幺叁捌 零零零零 零零零壹, phone",
                "1\u200B3\u200B8\u200B0\u200B0\u200B0\u200B0\u200B0\u200B0\u200B0\u200B1, phone",
                "138—0000—0001, phone",
                "138.00000.001 138、0000、0001, phone",
                "l38OOOOOOOl, phone",
                "①③⑧00000001, phone",
                "1_3_8_0_0_0_0_0_0_0_1, phone",
                "٠٧٥١-٢٢٥١٢٣٤, phone",
                "6222 0212 3456 7890 128, bank-card",
                "6222-0212-3456-7890-128, bank-card",
                "微信号：lin_zhang88, contact",
                "QQ 12345678, contact",
                "someone@example.com, contact",
            })
    void what_must_not_hang_on_a_board_is_refused_by_its_kind_M7(String text, String kind) {
        assertThatThrownBy(() -> PublicText.mustBeFit(text, Hidden.NOTHING))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> {
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
                "4111111111111112",
                "440233 2025-11-04 2025-11-09",
                "2025年11月4日至2025年11月9日，其中风险类型两项",
                "第1、3、5、6、7、8、9、10、11组",
                "人均纯收入 11,610.00 元，补助 13,800,000.00 元",
                "二〇二五年十一月四日，一三五八组",
                "村务公开栏（村委会门口），12317、12345",
                "时间 08:30-11:30 14:30-17:30"
            })
    void an_ordinary_notice_is_fit_to_hang(String text) {
        assertThatCode(() -> PublicText.mustBeFit(text, Hidden.NOTHING)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "拟将林守一户（配偶 林 守 贞）纳入监测, member",
                "证件 99999 919720 304002, id-number",
                "护照e 1234 5678, id-number",
                "有事请拨 0751 二二五 一二三四, phone",
                "尾数之前的十七位 99999919720304002, id-number"
            })
    void what_the_register_knows_of_the_household_itself_is_found_however_it_is_written(String text, String kind) {
        var hidden = new Hidden(
                Set.of("999999197203040023", "PASSPORT:E12345678", ""), Set.of("07512251234", ""), Set.of("林守贞", ""));
        assertThatThrownBy(() -> PublicText.mustBeFit(text, hidden))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo("identification.notice-shows-" + kind));
    }
}
