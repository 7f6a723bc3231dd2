package cn.shouwang.evidence;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A key that signs, written `PRIVATE+KEY+name+id+base64` ([#secret]); whoever holds it can sign in the
/// name of its log or witness.
public final class NoteSigner {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final NoteKey key;
    private final byte[] seed;

    private NoteSigner(String name, NoteKey.Kind kind, byte[] seed) {
        var publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.key = new NoteKey(name, kind, publicKey);
        this.seed = seed.clone();
    }

    /// A new key.
    public static NoteSigner fresh(String name, NoteKey.Kind kind) {
        var seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return new NoteSigner(name, kind, seed);
    }

    /// Reads `PRIVATE+KEY+name+id+base64`; [Malformed], never with the text, when it is none.
    public static NoteSigner parse(String secret) {
        var parts =
                secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length == 3) {
            var bytes = Text.base64(parts[2]);
            for (var kind : NoteKey.Kind.values()) {
                if (bytes.length == SEED_BYTES + 1 && bytes[0] == kind.number()) {
                    var signer = new NoteSigner(parts[0], kind, Arrays.copyOfRange(bytes, 1, bytes.length));
                    if (signer.secret().equals(secret)) {
                        return signer;
                    }
                }
            }
        }
        throw new Malformed("not a key that signs, or not whole");
    }

    /// This key under another name: an installation signs its logs, each under the log's name, with one.
    public NoteSigner as(String name) {
        return new NoteSigner(name, key.kind(), seed);
    }

    public NoteKey key() {
        return key;
    }

    /// The key as it is kept, in a file of its own that its owner alone can read.
    public String secret() {
        var typed = new byte[SEED_BYTES + 1];
        typed[0] = key.kind().number();
        System.arraycopy(seed, 0, typed, 1, SEED_BYTES);
        return PREFIX + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /// The note of a text, signed by this key.
    public SignedNote sign(String text, Instant now) {
        return new SignedNote(text, List.of(line(text, now)));
    }

    /// A note, signed by this key too. `now` is in the signature of a witness.
    public SignedNote sign(SignedNote note, Instant now) {
        return note.with(line(note.text(), now));
    }

    private SignedNote.Line line(String text, Instant now) {
        var time = now.getEpochSecond();
        var signature = signature(NoteKey.message(key.kind(), text, time));
        var witnessed = key.kind() == NoteKey.Kind.WITNESS
                ? ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(time)
                        .put(signature)
                        .array()
                : signature;
        return SignedNote.Line.of(key.name(), key.id(), witnessed);
    }

    private byte[] signature(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(PKCS8_HEAD.length + SEED_BYTES)
                .put(PKCS8_HEAD)
                .put(seed)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /// Nothing secret.
    @Override
    public String toString() {
        return "NoteSigner[" + key + "]";
    }
}
