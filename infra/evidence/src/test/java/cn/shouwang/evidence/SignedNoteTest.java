package cn.shouwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final Instant NOW = Instant.parse("2026-05-04T01:02:03Z");
    private static final String TEXT = "A tree grows.\nNobody takes a ring out of it.\n";

    /// The example of c2sp.org/signed-note.
    private static final String PUBLISHED_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String PUBLISHED = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private final NoteSigner signer = NoteSigner.fresh("shouwang/440233/pear", NoteKey.Kind.LOG);
    private final NoteSigner witness = NoteSigner.fresh("prefecture/shaoguan", NoteKey.Kind.WITNESS);

    @Test
    void the_published_note_is_good_under_the_published_key() {
        var key = NoteKey.parse(PUBLISHED_KEY);
        var note = SignedNote.parse(PUBLISHED);
        assertThat(key.signed(note)).isPresent();
        assertThat(note).hasToString(PUBLISHED);
        assertThat(key).hasToString(PUBLISHED_KEY);
    }

    @Test
    void the_published_note_with_one_letter_changed_is_refused() {
        var note = SignedNote.parse(PUBLISHED.replace("message", "massage"));
        assertThatThrownBy(() -> NoteKey.parse(PUBLISHED_KEY).signed(note)).isInstanceOf(Malformed.class);
    }

    @Test
    void what_a_key_signed_it_finds_good_and_a_stranger_finds_nothing() {
        var note = SignedNote.parse(signer.sign(TEXT, NOW).toString());
        assertThat(signer.key().signed(note)).contains(Instant.EPOCH);
        assertThat(NoteSigner.fresh("shouwang/440233/pear", NoteKey.Kind.LOG)
                        .key()
                        .signed(note))
                .isEmpty();
        assertThat(signer.as("shouwang/440233/apple").key().signed(note)).isEmpty();
    }

    @Test
    void a_witness_signs_the_time_too() {
        var note = witness.sign(signer.sign(TEXT, NOW), NOW);
        assertThat(note.signatures()).hasSize(2);
        assertThat(witness.key().signed(SignedNote.parse(note.toString()))).contains(NOW);
        assertThat(signer.key().signed(note)).isPresent();
    }

    @Test
    void a_witness_that_signs_again_has_one_signature() {
        var note = witness.sign(witness.sign(signer.sign(TEXT, NOW), NOW), NOW.plusSeconds(60));
        assertThat(note.signatures()).hasSize(2);
        assertThat(witness.key().signed(note)).contains(NOW.plusSeconds(60));
    }

    @Test
    void a_signature_moved_below_another_text_is_refused() {
        var note = new SignedNote("other\n", signer.sign(TEXT, NOW).signatures());
        assertThatThrownBy(() -> signer.key().signed(note)).isInstanceOf(Malformed.class);
        var cosigned = new SignedNote("other\n", witness.sign(TEXT, NOW).signatures());
        assertThatThrownBy(() -> witness.key().signed(cosigned)).isInstanceOf(Malformed.class);
    }

    @Test
    void keys_are_read_as_they_are_written() {
        assertThat(NoteKey.parse(signer.key().toString())).isEqualTo(signer.key());
        assertThat(NoteSigner.parse(witness.secret()).key()).isEqualTo(witness.key());
        assertThat(witness.toString()).doesNotContain(witness.secret());
    }

    @Test
    void a_key_with_anothers_id_is_none() {
        var parts = signer.key().toString().split("\\+", 3);
        var swapped = parts[0] + "+00000000+" + parts[2];
        assertThatThrownBy(() -> NoteKey.parse(swapped)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n- name AAAAAAAA\n",
                "text\n\n— name AAAA\n",
                "text\n\n— na me AAAAAAAA\n",
                "text\n\n— na+me AAAAAAAA\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAAAAAA",
                "te\txt\n\n— name AAAAAAAA\n",
                "\n\n— name AAAAAAAA\n"
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void bytes_that_are_no_utf_8_are_no_note() {
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n1\n",
                "origin\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=",
                "origin\n1\nAAAA\n",
                "or igin\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\nmore\n",
                "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n1234567890123456789\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
    }

    /// The example of c2sp.org/tlog-checkpoint.
    @Test
    void the_published_checkpoint_is_read_and_written_the_same() {
        var text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        var checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text()).isEqualTo(text);
        assertThat(Checkpoint.parse(text + "more\n").text()).isEqualTo(text + "more\n");
    }
}
