package cn.shouwang.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The public half of a key that signs notes, written `name+id+base64` ([#toString]).
///
/// A key of kind LOG signs the text of a note. One of kind WITNESS, of somebody else, signs a checkpoint
/// and the time: that it is, as of then, the largest tree of this log it has seen, grown from those seen
/// before (c2sp.org/tlog-cosignature, Ed25519).
public final class NoteKey {

    /// What a key signs, by the number its signatures carry.
    public enum Kind {
        LOG(1),
        WITNESS(4);

        private final byte number;

        Kind(int number) {
            this.number = (byte) number;
        }

        byte number() {
            return number;
        }
    }

    private static final int KEY_BYTES = 32;
    private static final int TIME_BYTES = Long.BYTES;
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final Kind kind;
    private final byte[] publicKey;

    NoteKey(String name, Kind kind, byte[] publicKey) {
        if (!SignedNote.isName(name) || publicKey.length != KEY_BYTES) {
            throw new Malformed("not a key: a name has no spaces and no plus, an Ed25519 key 32 bytes");
        }
        this.name = name;
        this.kind = kind;
        this.publicKey = publicKey.clone();
    }

    /// Reads `name+id+base64`; [Malformed] when it is none, when the id is not that of the key, or when the
    /// kind is neither of ours.
    public static NoteKey parse(String text) {
        var parts = text.split("\\+", 3);
        if (parts.length < 3) {
            throw new Malformed("a key is written name+id+base64");
        }
        var bytes = Text.base64(parts[2]);
        for (var kind : Kind.values()) {
            if (bytes.length == KEY_BYTES + 1 && bytes[0] == kind.number()) {
                var key = new NoteKey(parts[0], kind, Arrays.copyOfRange(bytes, 1, bytes.length));
                if (key.toString().equals(text)) {
                    return key;
                }
            }
        }
        throw new Malformed("not an Ed25519 key of a log or a witness, or its id is another key's");
    }

    /// Of a log's key the log's origin.
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public int id() {
        return KeyId.of(name, kind, publicKey);
    }

    /// What this key says of a note: nothing when it has not signed, the time (of a log's key the epoch)
    /// when it has; [Malformed] when a signature in its name is not good.
    public Optional<Instant> signed(SignedNote note) {
        var found = Optional.<Instant>empty();
        for (var line : note.signatures()) {
            if (line.keyId() == id() && line.name().equals(name)) {
                found = Optional.of(check(note.text(), line.signature()));
            }
        }
        return found;
    }

    private Instant check(String text, byte[] signature) {
        var head = kind == Kind.WITNESS ? TIME_BYTES : 0;
        if (signature.length < head) {
            throw bad();
        }
        var time = head == 0 ? 0 : ByteBuffer.wrap(signature).getLong();
        var rest = Arrays.copyOfRange(signature, head, signature.length);
        if (time < 0 || !verifies(message(kind, text, time), rest)) {
            throw bad();
        }
        return Instant.ofEpochSecond(time);
    }

    private Malformed bad() {
        return new Malformed("the signature of " + name + " is not good");
    }

    /// The bytes a key of that kind signs.
    static byte[] message(Kind kind, String text, long time) {
        var head = kind == Kind.WITNESS ? "cosignature/v1\ntime " + time + "\n" : "";
        return (head + text).getBytes(StandardCharsets.UTF_8);
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false; // not of the right length, or no point of the curve
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(X509_HEAD.length + KEY_BYTES)
                .put(X509_HEAD)
                .put(publicKey)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key
                && name.equals(key.name)
                && kind == key.kind
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    @Override
    public String toString() {
        var typed = new byte[KEY_BYTES + 1];
        typed[0] = kind.number();
        System.arraycopy(publicKey, 0, typed, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
