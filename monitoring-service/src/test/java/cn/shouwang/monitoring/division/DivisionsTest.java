package cn.shouwang.monitoring.division;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.shouwang.monitoring.division.Division.Kind;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DivisionsTest {

    private static final Divisions MAP = Divisions.real();

    private final MockMvc web =
            MockMvcBuilders.standaloneSetup(new PublicDivisionController(MAP)).build();

    @Test
    void the_county_has_seven_towns_with_141_villages_and_18_communities() {
        assertThat(MAP.children("")).extracting(Division::code).containsExactly("440233");
        var towns = MAP.children("440233");
        assertThat(towns).hasSize(7).allMatch(town -> town.kind() == Kind.TOWN);
        var kinds = towns.stream()
                .flatMap(town -> MAP.children(town.code()).stream())
                .collect(groupingBy(Division::kind, counting()));
        assertThat(kinds).isEqualTo(Map.of(Kind.VILLAGE, 141L, Kind.COMMUNITY, 18L));
    }

    @Test
    void a_code_begins_with_the_code_of_what_it_lies_in() {
        for (var town : MAP.children("440233")) {
            assertThat(MAP.children(town.code()))
                    .allSatisfy(place -> assertThat(place.code()).hasSize(12).startsWith(town.code()));
        }
    }

    @Test
    void places_are_found_by_code_with_their_town_and_county() {
        assertThat(MAP.name("440233101203")).isEqualTo("寨下村委会");
        assertThat(MAP.name(Divisions.townOf("440233101203"))).isEqualTo("马头镇");
        assertThat(MAP.name(Divisions.countyOf("440233101203"))).isEqualTo("新丰县");
        assertThat(MAP.isVillage("440233101203")).isTrue();
        assertThat(MAP.isVillage("440233001001")).isTrue();
        assertThat(MAP.isVillage("440233101")).isFalse();
    }

    @Test
    void an_old_code_keeps_itself_for_a_name() {
        assertThat(MAP.name("440233001999")).isEqualTo("440233001999");
        assertThat(MAP.find("440233001999")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"440233101", "440233", "", "440233101999", "440281101203"})
    void only_villages_of_the_map_pass_as_villages(String code) {
        assertThatThrownBy(() -> MAP.requireVillage(code))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("division.unknown-village"));
    }

    @Test
    void only_places_of_the_map_pass_as_places() {
        MAP.require("440233");
        MAP.require("440233101");
        assertThatThrownBy(() -> MAP.require("440281"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("division.unknown"));
    }

    @Test
    void the_town_for_trials_is_there_only_when_it_is_switched_on() {
        assertThat(MAP.isVillage("440233999999")).isFalse();
        var trial = new DivisionConfiguration().divisions(true);
        assertThat(trial.isVillage("440233999999")).isTrue();
        assertThat(trial.children("440233999")).hasSize(3).allMatch(Division::isVillageLevel);
        assertThat(new DivisionConfiguration().divisions(false).children("440233"))
                .hasSize(7);
    }

    @Test
    void the_form_reads_the_map_level_by_level() throws Exception {
        web.perform(get("/public/divisions"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].name").value("新丰县"));
        web.perform(get("/public/divisions?parent=440233101"))
                .andExpect(jsonPath("$.length()").value(33))
                .andExpect(jsonPath("$[0].code").value("440233101001"))
                .andExpect(jsonPath("$[0].kind").value("COMMUNITY"));
        web.perform(get("/public/divisions?parent=440281"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(0));
    }
}
