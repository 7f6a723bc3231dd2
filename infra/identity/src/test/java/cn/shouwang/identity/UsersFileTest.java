package cn.shouwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsersFileTest {

    private static final String PASSWORD = "{bcrypt}$2a$10$" + "a".repeat(53);
    private static final String VILLAGE = entry("village", PASSWORD, "VILLAGE_COMMITTEE", "440233999999", "村委会");
    private static final String COUNTY = entry("county", PASSWORD, "COUNTY_OFFICER", "440233", "县局");

    @Test
    void an_empty_array_has_no_users() {
        assertThat(read("[]")).isEmpty();
    }

    @Test
    void users_are_found_by_their_username() {
        assertThat(read(file(VILLAGE, COUNTY)))
                .containsOnlyKeys("village", "county")
                .containsEntry("county", new KnownUser("county", PASSWORD, Role.COUNTY_OFFICER, "440233", "县局"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_is_taken(Role role) {
        String entry = entry("somebody", PASSWORD, role.name(), "440233101", "某人");
        assertThat(read(file(entry)).get("somebody"))
                .extracting(KnownUser::role)
                .isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COUNTY_OFFICER | MAYOR            | role is unknown
            COUNTY_OFFICER | county_officer   | role is unknown
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
        assertThat(new KnownUser("county", PASSWORD, Role.COUNTY_OFFICER, "440233", "县局").toString())
                .doesNotContain("bcrypt")
                .doesNotContain("县局");
    }

    static String entry(String username, String password, String role, String division, String name) {
        return """
                {"username":"%s","password":"%s","role":"%s","division":"%s","name":"%s"}""".formatted(username, password, role, division, name);
    }

    static String file(String... entries) {
        return Arrays.stream(entries).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static Map<String, KnownUser> read(String content) {
        return UsersFile.read(content.getBytes(StandardCharsets.UTF_8));
    }
}
