package cn.shouwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path folder;

    private final NoteSigner key = NoteSigner.fresh("shouwang/440233", NoteKey.Kind.LOG);

    @Test
    void a_file_is_made_once_and_its_owner_alone_can_read_it() throws IOException {
        var file = new KeyFile(folder.resolve("a/b/key"));
        assertThat(file.exists()).isFalse();
        file.begin(key);
        file.begin(NoteSigner.fresh("shouwang/440233", NoteKey.Kind.LOG));
        assertThat(file.read()).extracting(NoteSigner::secret).containsExactly(key.secret());
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var beside = Files.list(folder.resolve("a/b"))) {
            assertThat(beside).containsExactly(file.path());
        }
    }

    @Test
    void keys_stand_one_in_a_line() throws IOException {
        var next = NoteSigner.fresh("shouwang/440233", NoteKey.Kind.LOG);
        var path = Files.writeString(folder.resolve("key"), key.secret() + "\n\n" + next.secret() + "\n");
        assertThat(new KeyFile(path).read())
                .extracting(NoteSigner::secret)
                .containsExactly(key.secret(), next.secret());
    }

    @Test
    void a_file_that_holds_no_key_is_refused_without_its_text() throws IOException {
        var empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> new KeyFile(empty).read()).isInstanceOf(Malformed.class);
        var cut = Files.writeString(folder.resolve("cut"), key.secret().substring(0, 60));
        assertThatThrownBy(() -> new KeyFile(cut).read())
                .isInstanceOf(Malformed.class)
                .hasMessageNotContaining(key.secret().substring(12, 60));
        assertThatThrownBy(() -> new KeyFile(folder.resolve("none")).read()).isInstanceOf(UncheckedIOException.class);
    }
}
