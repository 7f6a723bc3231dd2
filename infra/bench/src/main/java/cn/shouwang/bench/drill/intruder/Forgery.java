package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.World.any;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes tokens out of a good one of a village clerk, without the issuer's private key: everybody may know the
/// public one, and has a key of their own.
final class Forgery {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> KEY_IDS = List.of(
            "../../../../../../dev/null",
            "/proc/sys/kernel/randomize_va_space",
            "' UNION SELECT 'a",
            "{\"$ne\":null}",
            "key|id",
            "http://127.0.0.1/keys",
            "",
            "0");

    private final String token;
    private final JsonNode keys;
    private final SplittableRandom random;
    private final KeyPair own;

    Forgery(Tokens tokens, JsonNode keys, SplittableRandom random) {
        this.token = tokens.access();
        this.keys = keys;
        this.random = random;
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            own = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without a signature, or with one that does not count.
    String unsigned() {
        var alg = any(List.of("none", "None", "NONE", "nOnE", "", "HS256", "ES256", "RS1"), random);
        var text = encoded(header().put("alg", alg)) + "." + encoded(larger());
        return text
                + any(
                        List.of(
                                ".",
                                "." + part(token, 2),
                                "." + Base64.getUrlEncoder().encodeToString(new byte[64])),
                        random);
    }

    /// The signature of the good one under other claims or another header.
    String altered() {
        return altered(token);
    }

    String altered(String good) {
        var header = read(part(good, 0));
        var claims = read(part(good, 1));
        switch (random.nextInt(10)) {
            case 0 -> claims.put("division", any(List.of("440233", "440222", "44", "", "440233101203"), random));
            case 1 -> claims.put("role", any(List.of("COUNTY_OFFICER", "SYSTEM", "SYSTEM_ADMIN", "AUDITOR"), random));
            case 2 -> claims.put("exp", 4_102_444_800L);
            case 3 -> claims.put("iss", "https://evil.example");
            case 4 -> claims.putArray("aud").add("shouwang").add("*");
            case 5 -> claims.put("sub", "county-officer");
            case 6 -> claims.putArray("division").add("440233").add("440222");
            case 7 -> claims.put("nbf", 0).put("iat", 0).put("division", "440233");
            case 8 -> header.put("kid", any(KEY_IDS, random));
            default -> header.put("typ", "at+jwt").put("alg", "RS512");
        }
        return encoded(header) + "." + encoded(claims) + "." + part(good, 2);
    }

    /// Signed all right, with a key that is not the issuer's.
    String signedByAnother() {
        var header = header();
        var claims = larger();
        return switch (random.nextInt(6)) {
            case 0 -> hmac(header, claims, modulus());
            case 1 -> hmac(header, claims, pem());
            case 2 -> hmac(header.put("kid", any(KEY_IDS, random)), claims, new byte[1]);
            case 3 -> signed(header, claims);
            case 4 -> signed(header.put(any(List.of("jku", "x5u"), random), "http://127.0.0.1:9/keys"), claims);
            default -> signed(withOwnKey(header), claims);
        };
    }

    /// Not quite a token.
    String torn() {
        var parts = token.split("\\.", -1);
        return switch (random.nextInt(10)) {
            case 0 -> token.substring(0, random.nextInt(token.length() - 2));
            case 1 -> token + "." + parts[2];
            case 2 -> parts[0] + "." + parts[1] + ".";
            case 3 -> parts[1] + "." + parts[0] + "." + parts[2];
            case 4 -> ".".repeat(random.nextInt(1, 6));
            case 5 -> flipped(token, parts[0].length() + parts[1].length() + 40);
            case 6 -> flipped(token, parts[0].length() + 1 + random.nextInt(parts[1].length() - 4));
            case 7 -> "A".repeat(random.nextInt(1_000, 15_000));
            case 8 -> parts[0] + ".." + parts[2] + ".." + parts[1];
            default -> encoded(header().put("crit", "exp").put("b64", false)) + "." + parts[1] + "." + parts[2];
        };
    }

    // Parts -------------------------------------------------------------------------------------

    private ObjectNode header() {
        return read(part(token, 0));
    }

    /// The clerk's claims over the whole county.
    private ObjectNode larger() {
        return read(part(token, 1))
                .put("division", "440233")
                .put("role", "COUNTY_OFFICER")
                .put("sub", "county-officer");
    }

    private ObjectNode withOwnKey(ObjectNode header) {
        var key = (RSAPublicKey) own.getPublic();
        header.putObject("jwk")
                .put("kty", "RSA")
                .put("n", encoded(key.getModulus().toByteArray()))
                .put("e", encoded(key.getPublicExponent().toByteArray()));
        return header;
    }

    private static String hmac(ObjectNode header, ObjectNode claims, byte[] key) {
        var text = encoded(header.put("alg", "HS256")) + "." + encoded(claims);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return text + "." + encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(ObjectNode header, ObjectNode claims) {
        var text = encoded(header.put("alg", "RS256")) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(own.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] modulus() {
        return bytes(keys.path("keys").path(0).path("n").asString("AQAB"));
    }

    private byte[] pem() {
        var key = keys.path("keys").path(0);
        if (!key.has("n")) {
            return modulus();
        }
        try {
            var spec = new RSAPublicKeySpec(
                    new BigInteger(1, modulus()),
                    new BigInteger(1, bytes(key.path("e").asString("AQAB"))));
            var der = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
            var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode read(String part) {
        return (ObjectNode) JSON.readTree(bytes(part));
    }

    private static String part(String token, int index) {
        return token.split("\\.", -1)[index];
    }

    private static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encoded(ObjectNode json) {
        return encoded(JSON.writeValueAsBytes(json));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String flipped(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }
}
