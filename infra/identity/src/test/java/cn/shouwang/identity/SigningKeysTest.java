package cn.shouwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningKeysTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_file_is_created_for_its_owner_only() throws IOException {
        Path file = folder.resolve("deep/keys.json");
        SigningKeys keys = SigningKeys.in(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys.algorithm()).isEqualTo(SignatureAlgorithm.RS256);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void the_next_start_signs_with_the_same_key() {
        Path file = folder.resolve("keys.json");
        assertThat(SigningKeys.in(file).signing())
                .isEqualTo(SigningKeys.in(file).signing());
    }

    @Test
    void the_first_of_several_keys_signs() throws Exception {
        JWK first = new ECKeyGenerator(Curve.P_256).keyID("new").generate();
        JWK second = new ECKeyGenerator(Curve.P_256).keyID("old").generate();
        SigningKeys keys = SigningKeys.in(written(new JWKSet(List.of(first, second)).toString(false)));
        assertThat(keys.signing()).isEqualTo(first);
        assertThat(keys.algorithm()).isEqualTo(SignatureAlgorithm.ES256);
        assertThat(keys.all().getKeys()).hasSize(2);
    }

    @Test
    void a_broken_file_stops_the_start_and_stays_as_it_is() throws IOException {
        Path file = written("{\"keys\":[{\"kty\":\"RSA\",\"d\":\"private");
        assertThatThrownBy(() -> SigningKeys.in(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keys.json")
                .hasMessageNotContaining("private")
                .hasNoCause();
        assertThat(file).content().contains("private");
    }

    @Test
    void an_empty_set_a_public_key_and_a_shared_secret_cannot_sign() throws Exception {
        JWK pair = new ECKeyGenerator(Curve.P_256).keyID("a").generate();
        JWK secret = new OctetSequenceKeyGenerator(256).keyID("a").generate();
        for (JWKSet unfit : List.of(new JWKSet(), new JWKSet(pair.toPublicJWK()), new JWKSet(secret))) {
            Path file = written(unfit.toString(false));
            assertThatThrownBy(() -> SigningKeys.in(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the first key must be");
        }
    }

    private Path written(String content) throws IOException {
        return Files.writeString(folder.resolve("keys.json"), content);
    }
}
