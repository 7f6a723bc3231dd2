package cn.shouwang.monitoring.search;

import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.MatcherAssert.assertThat;

import cn.shouwang.platform.rule.RuleBroken;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "林守一, 林守一, true, true",
        "林守, 林守一, true, false",
        "林, 林守一, true, false",
        "林守一二, 林守一, false, false",
        "守一, 林守一, false, false",
        "林？一, 林守一, true, true",
        "?守, 林守一, true, false",
        "林??, 林守一, true, true",
        "林???, 林守一, false, false",
        "𠀀?, 𠀀明, true, true",
        "?明, 𠀀明, true, true",
        "' 林守一 ', 林守一, true, true"
    })
    void a_name_is_met_whole_or_from_its_beginning_character_by_character(
            String text, String name, boolean begins, boolean whole) {
        var pattern = new NamePattern(text);
        assertThat(pattern.begins(name)).isEqualTo(begins);
        assertThat(begins && pattern.isWhole(name)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "？？", " ", ""})
    void without_a_single_character_everyone_would_be_met(String text) {
        assertThatThrownBy(() -> new NamePattern(text))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> assertThat(refusal, broken("search.name-vague")));
    }

    @Test
    void it_does_not_show_itself() {
        assertThat(new NamePattern("林守一").toString()).doesNotContain("林");
    }
}
