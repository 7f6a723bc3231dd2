package cn.shouwang.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;

class AccessTableTest {

    @Test
    void a_line_is_read_with_its_groups_and_without_its_comments() {
        assertThat(rows("""
                # clerks of the village
                clerks = VILLAGE_COMMITTEE FIRST_SECRETARY
                all-hands = clerks TEAM_MEMBER

                GET  /clues/{clue}  one  all-hands AUDITOR  # read only
                POST /public/reports open
                """))
                .containsExactly(
                        new AccessRow(
                                "GET",
                                "/clues/{clue}",
                                Reach.ONE,
                                Set.of(Role.VILLAGE_COMMITTEE, Role.FIRST_SECRETARY, Role.TEAM_MEMBER, Role.AUDITOR)),
                        new AccessRow("POST", "/public/reports", Reach.OPEN, Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /clues rows MAYOR            | access.txt:2: MAYOR is no role that signs in",
                "GET /clues rows auditor          | access.txt:2: auditor is no role that signs in",
                "GET /clues rows SYSTEM           | access.txt:2: SYSTEM is no role that signs in",
                "POST /clues place PUBLIC         | access.txt:2: PUBLIC is no role that signs in",
                "GET /clues everywhere AUDITOR    | access.txt:2: everywhere is no reach",
                "GET /clues rows                  | access.txt:2: what is open names no roles",
                "GET /clues open AUDITOR          | access.txt:2: what is open names no roles",
                "GET /clues                       | access.txt:2: wants method, path, reach and roles",
                "HEAD /clues rows AUDITOR         | access.txt:2: HEAD /clues is no endpoint",
                "OPTIONS /clues open              | access.txt:2: OPTIONS /clues is no endpoint",
                "GET clues rows AUDITOR           | access.txt:2: GET clues is no endpoint",
                "Clerks = AUDITOR                 | access.txt:2: Clerks is not a new name in lower case",
                "known = AUDITOR                  | access.txt:2: known is not a new name in lower case"
            })
    void a_line_that_is_not_understood_is_refused_with_its_place(String line, String said) {
        assertThatThrownBy(() -> rows("known = AUDITOR\n" + line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(said);
    }

    @Test
    void an_endpoint_has_one_row_whatever_its_variables_are_called() {
        assertThatThrownBy(() -> AccessTable.of(rows("""
                GET /clues/{clue} one AUDITOR
                GET /clues/{id} one COUNTY_OFFICER
                """))).hasMessageContaining("two rows for GET /clues/{id}");
    }

    @Test
    void the_most_special_row_speaks_and_head_asks_what_get_does() {
        var table = AccessTable.of(rows("""
                GET /clues/{clue} one AUDITOR
                GET /clues/mine rows TOWN_OFFICE
                """));
        assertThat(path(table, "GET", "/clues/mine")).containsExactly("/clues/mine");
        assertThat(path(table, "HEAD", "/clues/7")).containsExactly("/clues/{clue}");
        assertThat(path(table, "POST", "/clues/7")).isEmpty();
        assertThat(path(table, "OPTIONS", "/clues/7")).isEmpty();
        assertThat(path(table, "GET", "/clues/7/")).isEmpty();
        assertThat(path(table, "GET", "/CLUES/7")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP_LEADER, 440233101203, true",
        "GROUP_LEADER, 440233101, false",
        "TEAM_MEMBER, 440233101, true",
        "TEAM_MEMBER, 440233, false",
        "TOWN_OFFICE, 440233101, true",
        "TOWN_OFFICE, 440233101203, false",
        "TOWN_OFFICE, 440233, false",
        "COUNTY_LEADER, 440233, true",
        "COUNTY_LEADER, 4402, false",
        "AUDITOR, 440233, true",
        "AUDITOR, 440233101203, false",
        "SYSTEM_ADMIN, 440233101, false",
        "COUNTY_OFFICER, 44023x, false",
        "COUNTY_OFFICER, '', false",
        "SYSTEM, 440233, false",
        "PUBLIC, 440233101203, false"
    })
    void a_role_exists_in_some_kinds_of_division_only(Role role, String division, boolean fits) {
        assertThat(role.fits(division)).isEqualTo(fits);
    }

    private static List<AccessRow> rows(String text) {
        return new AccessFile("access.txt").rows(text);
    }

    private static List<String> path(AccessTable table, String method, String path) {
        return table.row(method, PathContainer.parsePath(path)).stream()
                .map(AccessRow::path)
                .toList();
    }
}
