package cn.shouwang.platform.sealing;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/// The algorithms of one installation. `code` is the first byte of everything sealed with them.
///
/// `AES` is AES-256-GCM with HMAC-SHA-256 of the JDK; `SM` is SM4-GCM with HMAC-SM3 (GB/T 32907,
/// GB/T 32905) by a provider of the Java cryptography architecture, so that a certified module can
/// take its place. Both can be opened at any time; the setting says with which new values are sealed.
public enum Suite {
    AES(1, "AES", 32, "HmacSHA256"),
    SM(2, "SM4", 16, "HMACSM3");

    /// Loaded only where it is used: half a second and some megabytes.
    private static final class National {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }

    private final byte code;
    private final String cipher;
    private final int keyBytes;
    private final String mac;

    Suite(int code, String cipher, int keyBytes, String mac) {
        this.code = (byte) code;
        this.cipher = cipher;
        this.keyBytes = keyBytes;
        this.mac = mac;
    }

    /// The suite something was sealed with; fails on a byte no suite has.
    static Suite of(byte code) {
        for (var suite : values()) {
            if (suite.code == code) {
                return suite;
            }
        }
        throw new IllegalArgumentException("sealed with an unknown suite " + code);
    }

    byte code() {
        return code;
    }

    String cipherName() {
        return cipher;
    }

    String macName() {
        return mac;
    }

    int keyBytes() {
        return keyBytes;
    }

    Cipher cipher() throws GeneralSecurityException {
        var transformation = cipher + "/GCM/NoPadding";
        var provider = provider();
        return provider == null ? Cipher.getInstance(transformation) : Cipher.getInstance(transformation, provider);
    }

    Mac mac() throws GeneralSecurityException {
        var provider = provider();
        return provider == null ? Mac.getInstance(mac) : Mac.getInstance(mac, provider);
    }

    private @Nullable Provider provider() {
        return this == SM ? National.PROVIDER : null;
    }
}
