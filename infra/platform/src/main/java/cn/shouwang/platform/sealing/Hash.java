package cn.shouwang.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hashes contents under one key, each for a place.
///
/// The hash is begun with the key once and copied for each content: finding the algorithm and taking in the
/// key costs more than hashing an id number. A provider whose hash cannot be copied begins anew each time.
final class Hash {

    private final Suite suite;
    private final SecretKeySpec key;
    private final Mac begun;

    Hash(Suite suite, byte[] key) {
        this.suite = suite;
        this.key = new SecretKeySpec(key, suite.macName());
        this.begun = begin();
    }

    byte[] of(String place, byte[] content) {
        var mac = fresh();
        mac.update(place.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(content);
    }

    private Mac fresh() {
        try {
            return (Mac) begun.clone();
        } catch (CloneNotSupportedException e) {
            return begin();
        }
    }

    private Mac begin() {
        try {
            var mac = suite.mac();
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash: " + e.getClass().getName(), e);
        }
    }
}
