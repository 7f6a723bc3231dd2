package cn.shouwang.monitoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0, 0",
                "1234, 123400",
                "1234.5, 123450",
                "1234.56, 123456",
                "1234.560, 123456",
                "0.05, 5",
                "999999999.99, 99999999999",
                "\"1,234.56\", 123456",
                "¥1234.56元, 123456",
                "￥8元, 800"
            })
    void yuan_are_read_to_the_fen(String text, long fen) {
        assertThat(Amounts.fen(text)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".50",
                "5.",
                "-5.00",
                "1.234",
                "1.2.34",
                "12,34.00",
                "一千",
                "1234567890.00",
                "1e3",
                "5. 0",
                "5.-1"
            })
    void what_is_no_amount_of_money_is_not_read(String text) {
        assertThat(Amounts.fen(text)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3级, 3", "三级, 3", "12天, 12", "6个月, 6", "4.0, 4"})
    void numbers_are_read_with_their_unit(String text, int number) {
        assertThat(Amounts.number(text)).isEqualTo(number);
    }
}
