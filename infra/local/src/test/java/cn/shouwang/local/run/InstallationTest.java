package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCrypt;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallationTest {

    private static final int ROLES = 18;
    private static final List<Division> COUNTY = Division.in(Home.find().root());

    @TempDir
    Path data;

    @Test
    void there_is_one_user_of_each_role_in_its_division() {
        var users = users(Installation.open(data, List.of()));
        assertThat(users).hasSize(ROLES).extracting(user -> user.get("role")).doesNotHaveDuplicates();
        assertThat(users).extracting(user -> user.get("username")).doesNotHaveDuplicates();
        assertThat(users).allSatisfy(user -> assertThat(user)
                .containsOnlyKeys("username", "password", "role", "division", "name"));
        assertThat(division(users, "VILLAGE_COMMITTEE")).isEqualTo("440233101203");
        assertThat(division(users, "TOWN_OFFICE")).isEqualTo("440233101");
        assertThat(division(users, "COUNTY_OFFICER")).isEqualTo("440233");
    }

    @Test
    void the_demo_county_has_two_users_more_in_each_village_and_town() {
        var users = users(Installation.open(data, COUNTY));
        assertThat(users).hasSize(ROLES + 159 * 2 + 7 * 2);
        assertThat(users)
                .extracting(user -> user.get("username") + " " + user.get("role") + " " + user.get("name"))
                .contains(
                        "village-440233101203 VILLAGE_COMMITTEE 寨下村委会",
                        "secretary-440233101203 FIRST_SECRETARY 寨下村第一书记",
                        "town-440233101 TOWN_OFFICE 马头镇乡村振兴办公室",
                        "party-440233101 TOWN_PARTY_SECRETARY 马头镇党委书记");
    }

    @Test
    void every_listed_password_opens_its_user() throws IOException {
        var installation = Installation.open(data, List.of());
        var list = new UsersFile(installation.users(), installation.passwords());
        assertThat(users(installation)).allSatisfy(user -> {
            var password = list.firstPassword(user.getOrDefault("username", "")).orElseThrow();
            assertThat(password).matches("[" + Password.ALPHABET + "]{5}(-[" + Password.ALPHABET + "]{5}){3}");
            assertThat(BCrypt.checkpw(
                            password, user.getOrDefault("password", "").replace("{bcrypt}", "")))
                    .isTrue();
        });
        assertThat(Files.readString(installation.users()))
                .doesNotContainPattern(
                        Pattern.compile(list.firstPassword("auditor").orElseThrow()));
    }

    @Test
    void a_second_start_changes_no_secret_and_adds_only_who_is_missing() {
        var first = Installation.open(data, List.of());
        var before = users(first);
        var second = Installation.open(data, COUNTY);
        assertThat(second.gatewaySecret()).isEqualTo(first.gatewaySecret()).hasSizeGreaterThan(40);
        assertThat(users(second)).containsAll(before).hasSizeGreaterThan(before.size());
    }

    @Test
    void users_whose_passwords_were_handed_out_keep_them_when_the_list_is_deleted() throws IOException {
        var installation = Installation.open(data, List.of());
        Files.delete(installation.passwords());
        Installation.open(data, COUNTY);
        var list = new UsersFile(installation.users(), installation.passwords());
        assertThat(list.firstPassword("auditor")).isEmpty();
        assertThat(list.firstPassword("town-440233101")).isPresent();
    }

    @Test
    void nobody_else_may_read_the_secrets() throws IOException {
        var installation = Installation.open(data, List.of());
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(installation.directory())).isEqualTo("rwx------");
        try (var files = Files.list(installation.directory())) {
            assertThat(files.toList()).hasSize(3).allSatisfy(file -> assertThat(permissions(file))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_table_of_another_form_is_refused(@TempDir Path home) throws IOException {
        var table = home.resolve("monitoring-service/src/main/resources/divisions-440233.csv");
        Files.createDirectories(table.getParent());
        Files.writeString(table, "code,name\n1,2\n");
        assertThatThrownBy(() -> Division.in(home)).isInstanceOf(IllegalStateException.class);
        Files.writeString(table, "code,name,parent,kind\n12,x,440233101,village\n");
        assertThatThrownBy(() -> Division.in(home))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("12,x");
    }

    private static List<Map<String, String>> users(Installation installation) {
        return JsonMapper.shared()
                .readValue(installation.users().toFile(), new TypeReference<List<Map<String, String>>>() {});
    }

    private static String division(List<Map<String, String>> users, String role) {
        return users.stream()
                .filter(user -> role.equals(user.get("role")))
                .findFirst()
                .orElseThrow()
                .getOrDefault("division", "");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
