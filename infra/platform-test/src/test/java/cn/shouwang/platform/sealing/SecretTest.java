package cn.shouwang.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretTest {

    private static final byte[] PLAIN = "林守一".getBytes(UTF_8);

    private final Secret secret = Secret.random();

    @ParameterizedTest
    @EnumSource(Suite.class)
    void what_is_sealed_opens_again_and_shows_nothing(Suite suite) {
        var sealed = secret.seal(suite, "place", PLAIN);

        assertThat(secret.open("place", sealed)).isEqualTo(PLAIN);
        assertThat(new String(sealed, UTF_8)).doesNotContain("林");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void every_changed_bit_is_noticed(Suite suite) {
        var sealed = secret.seal(suite, "place", PLAIN);

        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> secret.open("place", changed)).isInstanceOf(Tampered.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void a_shortened_value_is_noticed(Suite suite) {
        var sealed = secret.seal(suite, "place", PLAIN);

        for (var length = 0; length < sealed.length; length++) {
            var shortened = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> secret.open("place", shortened)).isInstanceOf(Tampered.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void a_value_opens_only_in_its_place_and_under_its_secret(Suite suite) {
        var sealed = secret.seal(suite, "place", PLAIN);

        assertThatThrownBy(() -> secret.open("elsewhere", sealed)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> Secret.random().open("place", sealed)).isInstanceOf(Tampered.class);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void the_same_content_in_the_same_place_gives_the_same_bytes_and_no_other(Suite suite) {
        var sealed = secret.seal(suite, "place", PLAIN);

        assertThat(secret.seal(suite, "place", PLAIN)).isEqualTo(sealed);
        assertThat(secret.seal(suite, "elsewhere", PLAIN)).isNotEqualTo(sealed);
        assertThat(secret.seal(suite, "place", "林守二".getBytes(UTF_8))).isNotEqualTo(sealed);
        assertThat(Secret.random().seal(suite, "place", PLAIN)).isNotEqualTo(sealed);
    }

    @Test
    void what_one_suite_sealed_opens_while_the_other_is_set() {
        var aes = secret.seal(Suite.AES, "place", PLAIN);
        var sm = secret.seal(Suite.SM, "place", PLAIN);

        assertThat(aes[0]).isNotEqualTo(sm[0]);
        assertThat(secret.open("place", aes)).isEqualTo(secret.open("place", sm));
    }

    /// Test vectors of GB/T 32905 and GB/T 32907.
    @Test
    void the_national_algorithms_are_the_published_ones() throws Exception {
        var provider = new BouncyCastleProvider();
        var hash = MessageDigest.getInstance("SM3", provider).digest("abc".getBytes(UTF_8));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");

        var block = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
        var cipher = Cipher.getInstance("SM4/ECB/NoPadding", provider);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(block, "SM4"));
        assertThat(HexFormat.of().formatHex(cipher.doFinal(block))).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void a_secret_never_prints_itself() {
        assertThat(secret.toString()).isEqualTo("Secret");
    }
}
