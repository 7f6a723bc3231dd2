package cn.shouwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.Office;
import cn.shouwang.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsersFileTest {

    private static final String PASSWORD = "{bcrypt}$2a$10$" + "a".repeat(53);
    private static final String VILLAGE = entry("village", PASSWORD, "VILLAGE_COMMITTEE", "440233999999", "村委会");
    private static final String COUNTY = entry("county", PASSWORD, "COUNTY_OFFICER", "440233", "县局");

    private static final KnownUser COUNTY_USER =
            new KnownUser(AccountName.of("county"), PASSWORD, new Office(Role.COUNTY_OFFICER, "440233"), "县局");

    @Test
    void an_empty_array_has_no_users() {
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void users_are_found_by_their_username() {
        assertThat(read(file(VILLAGE, COUNTY)))
                .containsOnlyKeys(AccountName.of("village"), AccountName.of("county"))
                .containsEntry(AccountName.of("county"), COUNTY_USER);
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP_LEADER, 440233101203",
        "VILLAGE_COMMITTEE, 440233101203",
        "FIRST_SECRETARY, 440233101203",
        "TEAM_MEMBER, 440233101203",
        "TEAM_MEMBER, 440233101",
        "TOWN_OFFICE, 440233101",
        "TOWN_PARTY_SECRETARY, 440233101",
        "TEAM_LEADER, 440233101",
        "COUNTY_OFFICER, 440233",
        "COUNTY_LEADER, 440233",
        "DEPARTMENT_OFFICER, 440233",
        "HR_BUREAU, 440233",
        "FINANCE_BUREAU, 440233",
        "BANK_OFFICER, 440233",
        "PAIRING_HQ, 440233",
        "AUDITOR, 440233",
        "SYSTEM_ADMIN, 440233",
        "SECURITY_ADMIN, 440233",
        "AUDIT_ADMIN, 440233"
    })
    void every_role_is_taken_at_its_level(Role role, String division) {
        String entry = entry("somebody", PASSWORD, role.name(), division, "某人");
        assertThat(read(file(entry)).values())
                .extracting(KnownUser::office)
                .containsExactly(new Office(role, division));
    }

    @Test
    void a_user_may_come_without_an_office() {
        String entry = COUNTY.replace("\"role\":\"COUNTY_OFFICER\",\"division\":\"440233\",", "");
        assertThat(read(file(entry)).values()).extracting(KnownUser::office).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COUNTY_OFFICER | MAYOR            | role is unknown
            COUNTY_OFFICER | county_officer   | role is unknown
            COUNTY_OFFICER | SYSTEM           | role is unknown
            COUNTY_OFFICER | PUBLIC           | role is unknown
            COUNTY_OFFICER | TOWN_OFFICE      | division is of another level than the role
            "role":        | "division":      | not well-formed JSON
            "role":"COUNTY_OFFICER", | ''     | role is missing or not a string
            "440233"       | "440233101"      | division is of another level than the role
            "440233"       | "4402331"        | division must be 6, 9 or 12 digits
            "440233"       | "44023A"         | division must be 6, 9 or 12 digits
            "440233"       | ""               | division must be 6, 9 or 12 digits
            "440233"       | 440233           | division is missing or not a string
            "440233"       | null             | division is missing or not a string
            {bcrypt}       | {noop}           | password must be encoded as {bcrypt}
            {bcrypt}       | plain            | password must be encoded as {bcrypt}
            {bcrypt}$2a$10 | {bcrypt}         | password must be encoded as {bcrypt}
            "county"       | "village"        | the username occurs twice
            "county"       | "the county"     | username must be
            "name"         | "title"          | there is an unknown field
            "县局"         | "  "             | name must have
            """)
    void one_wrong_entry_refuses_the_file_and_names_its_line(String right, String wrong, String reason) {
        assertThatThrownBy(() -> read(file(VILLAGE, COUNTY.replace(right, wrong))))
                .isInstanceOf(UsersFileRefused.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[", "[1]", "[{]", "[] []", "[{\"name\":\"a\",\"name\":\"b\"}]"})
    void what_is_no_array_of_users_is_refused(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UsersFileRefused.class)
                .hasMessageStartingWith("line 1: ");
    }

    @Test
    void a_refusal_quotes_nothing_from_the_file() {
        String plain = COUNTY.replace(PASSWORD, "secret-in-plain");
        assertThatThrownBy(() -> read(file(plain)))
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("县局");
    }

    @Test
    void neither_password_nor_name_is_printed() {
        assertThat(COUNTY_USER.toString()).doesNotContain("bcrypt").doesNotContain("县局");
    }

    static String entry(String username, String password, String role, String division, String name) {
        return """
                {"username":"%s","password":"%s","role":"%s","division":"%s","name":"%s"}""".formatted(username, password, role, division, name);
    }

    static String file(String... entries) {
        return Arrays.stream(entries).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static Map<AccountName, KnownUser> read(String content) {
        return UsersFile.read(content.getBytes(StandardCharsets.UTF_8));
    }
}
