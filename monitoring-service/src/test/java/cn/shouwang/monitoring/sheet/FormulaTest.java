package cn.shouwang.monitoring.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormulaTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"})
    void what_a_spreadsheet_would_run_is_kept_as_text(String cell) {
        assertThat(Formula.neutral(cell)).isEqualTo("'" + cell);
    }

    @Test
    void anything_else_stays_as_it_is() {
        assertThat(Formula.neutral("身份证号")).isEqualTo("身份证号");
        assertThat(Formula.neutral("")).isEmpty();
    }
}
