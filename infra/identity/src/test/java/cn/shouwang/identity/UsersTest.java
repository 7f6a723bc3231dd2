package cn.shouwang.identity;

import static cn.shouwang.identity.UsersFileTest.entry;
import static cn.shouwang.identity.UsersFileTest.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.identity.account.AccountName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsersTest {

    private static final String PASSWORD = "{bcrypt}$2a$10$" + "a".repeat(53);
    private static final URI LOCAL = URI.create("http://127.0.0.1");

    @TempDir
    Path folder;

    private Path usersFile;

    @BeforeEach
    void aPlaceForTheFile() {
        usersFile = folder.resolve("users.json");
    }

    @Test
    void a_changed_file_is_read_again() throws IOException {
        write(entry("before", PASSWORD, "AUDITOR", "440233", "甲"));
        Users users = users();
        write(entry("afterwards", PASSWORD, "AUDITOR", "440233", "乙"));
        assertThat(users.find(AccountName.of("before"))).isEmpty();
        assertThat(users.find(AccountName.of("afterwards"))).isPresent();
    }

    @Test
    void a_refused_file_leaves_the_users_as_they_were() throws IOException {
        write(entry("before", PASSWORD, "AUDITOR", "440233", "甲"));
        Users users = users();
        write(entry("afterwards", PASSWORD, "MAYOR", "440233", "乙"));
        assertThat(users.find(AccountName.of("before"))).isPresent();
        assertThat(users.find(AccountName.of("afterwards"))).isEmpty();
    }

    @Test
    void a_file_put_right_is_taken_again() throws IOException {
        write(entry("before", PASSWORD, "AUDITOR", "440233", "甲"));
        Users users = users();
        write("half an entr");
        assertThat(users.find(AccountName.of("before"))).isPresent();
        write(entry("afterwards", PASSWORD, "AUDITOR", "440233", "乙"));
        assertThat(users.find(AccountName.of("afterwards"))).isPresent();
    }

    @Test
    void a_file_that_goes_away_leaves_the_users_as_they_were() throws IOException {
        write(entry("before", PASSWORD, "AUDITOR", "440233", "甲"));
        Users users = users();
        Files.delete(usersFile);
        assertThat(users.find(AccountName.of("before"))).isPresent();
    }

    @Test
    void without_a_file_nobody_is_known_until_it_comes() throws IOException {
        Users users = users();
        assertThat(users.find(AccountName.of("late"))).isEmpty();
        write(entry("late", PASSWORD, "AUDITOR", "440233", "甲"));
        assertThat(users.find(AccountName.of("late"))).isPresent();
    }

    @Test
    void a_refused_file_stops_the_start() throws IOException {
        write(entry("somebody", "plain", "AUDITOR", "440233", "甲"));
        assertThatThrownBy(this::users)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("users.json: line 2: password must be encoded");
    }

    private Users users() {
        return new Users(new IdentitySettings(
                usersFile, folder.resolve("keys.json"), LOCAL, LOCAL, "x".repeat(16), Duration.ofMinutes(15)));
    }

    private void write(String entries) throws IOException {
        Files.writeString(usersFile, file(entries));
    }
}
