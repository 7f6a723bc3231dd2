package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.evidence.KeyFile;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WelcomeTest {

    @TempDir
    Path secrets;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void the_public_keys_of_the_logs_are_shown_once() throws Exception {
        var key = NoteSigner.fresh("shouwang/440233", NoteKey.Kind.LOG);
        new KeyFile(secrets.resolve("evidence-key")).begin(key);
        assertThat(shown(Duration.ZERO))
                .contains(key.as("shouwang/440233/monitoring").key().toString())
                .contains(key.as("shouwang/440233/identity").key().toString())
                .doesNotContain("PRIVATE");
        assertThat(shown(Duration.ZERO)).isEmpty();
    }

    @Test
    void keys_that_come_later_are_shown_at_the_next_start() throws Exception {
        assertThat(shown(Duration.ofMillis(60))).isEmpty();
        new KeyFile(secrets.resolve("evidence-key")).begin(NoteSigner.fresh("shouwang/440233", NoteKey.Kind.LOG));
        assertThat(shown(Duration.ZERO)).contains("shouwang/440233/monitoring+");
    }

    private String shown(Duration patience) throws InterruptedException {
        printed.reset();
        var screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8));
        new Welcome(secrets, screen).keysOnce(List.of("monitoring", "identity"), patience);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
