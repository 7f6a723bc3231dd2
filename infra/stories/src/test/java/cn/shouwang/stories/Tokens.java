package cn.shouwang.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Access tokens of the county officer, as the issuer would sign them and as it would not.
final class Tokens {

    private final String issuer;
    private final JsonNode key;

    Tokens(String issuer, Path issuersKeys) {
        this.issuer = issuer;
        try {
            this.key = JsonMapper.shared()
                    .readTree(Files.readString(issuersKeys))
                    .path("keys")
                    .path(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String valid() {
        return signed(claims(Instant.now().plusSeconds(300), "440233"), issuersKey());
    }

    String expired() {
        return signed(claims(Instant.now().minusSeconds(3_600), "440233"), issuersKey());
    }

    /// The right claims under the right key id, signed by somebody else.
    String forged() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return signed(
                    claims(Instant.now().plusSeconds(300), "440233"),
                    generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// A valid signature over other claims: a larger division was put in its place.
    String altered() {
        var parts = signed(claims(Instant.now().plusSeconds(300), "440233101"), issuersKey())
                .split("\\.", -1);
        return parts[0] + "." + encoded(claims(Instant.now().plusSeconds(300), "440233")) + "." + parts[2];
    }

    String unsigned() {
        return encoded("{\"alg\":\"none\"}") + "."
                + encoded(claims(Instant.now().plusSeconds(300), "440233")) + ".";
    }

    private String claims(Instant expiry, String division) {
        return """
                {"iss":"%s","sub":"county-officer","aud":["shouwang"],"role":"COUNTY_OFFICER","division":"%s",\
                "iat":%d,"nbf":%d,"exp":%d}""".formatted(
                        issuer,
                        division,
                        expiry.minusSeconds(900).getEpochSecond(),
                        expiry.minusSeconds(900).getEpochSecond(),
                        expiry.getEpochSecond());
    }

    private String signed(String claims, PrivateKey by) {
        var header =
                "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(key.path("kid").stringValue());
        var text = encoded(header) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private PrivateKey issuersKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(number("n"), number("d")));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private BigInteger number(String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).stringValue()));
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
