package cn.shouwang.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HashTest {

    private static final byte[] KEY = new byte[32];

    @ParameterizedTest
    @EnumSource(Suite.class)
    void it_is_what_the_algorithm_makes_of_place_and_content(Suite suite) throws Exception {
        var mac = suite.mac();
        mac.init(new SecretKeySpec(KEY, suite.macName()));
        var expected = mac.doFinal("place\0content".getBytes(UTF_8));
        var hash = new Hash(suite, KEY);

        assertThat(hash.of("place", "content".getBytes(UTF_8))).isEqualTo(expected);
        assertThat(hash.of("place", "content".getBytes(UTF_8))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void many_who_hash_at_once_do_not_disturb_each_other(Suite suite) {
        var hash = new Hash(suite, KEY);
        var alone = IntStream.range(0, 2_000).mapToObj(n -> text(hash, n)).toList();

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(n -> text(hash, n)))
                .isEqualTo(alone)
                .doesNotHaveDuplicates();
    }

    @Test
    void place_and_content_do_not_run_into_each_other() {
        var hash = new Hash(Suite.AES, KEY);

        assertThat(hash.of("place", "content".getBytes(UTF_8)))
                .isNotEqualTo(hash.of("placec", "ontent".getBytes(UTF_8)));
    }

    private static String text(Hash hash, int number) {
        return HexFormat.of()
                .formatHex(hash.of("place", Integer.toString(number).getBytes(UTF_8)));
    }
}
