package cn.shouwang.platform.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// 32 random bytes, and what is sealed under them.
///
/// Sealed form: suite (1 byte), nonce (12), cipher text with a tag of 16. The nonce is a keyed hash of
/// place and content, as in AES-SIV: the same content in the same place gives the same bytes, so rows
/// built twice are equal; two different contents never share a nonce but by a chance of 2^-96. What
/// that tells an onlooker is that one subject's value in one place did not change.
final class Secret {

    static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Keys(SecretKeySpec cipher, Hash hash) {}

    private final byte[] bytes;
    private final Map<Suite, Keys> keys = new EnumMap<>(Suite.class);

    Secret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static Secret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// Seals `plain` for `place`; it opens again only there.
    byte[] seal(Suite suite, String place, byte[] plain) {
        try {
            var nonce = Arrays.copyOf(keys(suite).hash().of(place, plain), NONCE);
            var cipher = suite.cipher();
            cipher.init(javax.crypto.Cipher.ENCRYPT_MODE, keys(suite).cipher(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bytes(place));
            var sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(suite.code())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal: " + e.getClass().getName(), e);
        }
    }

    /// Opens what was sealed for `place`, with whichever suite; [Tampered] when it was changed, moved
    /// or sealed under another secret.
    byte[] open(String place, byte[] sealed) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8) {
            throw new Tampered();
        }
        try {
            var suite = Suite.of(sealed[0]);
            var cipher = suite.cipher();
            cipher.init(
                    javax.crypto.Cipher.DECRYPT_MODE,
                    keys(suite).cipher(),
                    new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
            cipher.updateAAD(bytes(place));
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new Tampered();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open: " + e.getClass().getName(), e);
        }
    }

    /// A keyed hash of `text` in `place`: equal texts are found by it, and nobody without the secret can
    /// try texts out.
    byte[] blind(Suite suite, String place, String text) {
        return keys(suite).hash().of(place, bytes(text));
    }

    private synchronized Keys keys(Suite suite) {
        return keys.computeIfAbsent(suite, this::derive);
    }

    private Keys derive(Suite suite) {
        var root = new Hash(suite, bytes);
        var cipher = root.of("seal", new byte[0]);
        var nonce = root.of("nonce", new byte[0]);
        return new Keys(new SecretKeySpec(cipher, 0, suite.keyBytes(), suite.cipherName()), new Hash(suite, nonce));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
