package cn.shouwang.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/// Seals texts about subjects and opens them again.
///
/// `place` says where a value stands, e.g. the name of an event; a value moved elsewhere, or to
/// another subject, does not open ([Tampered]).
public final class Seals {

    private final PersonKeys keys;
    private final Suite suite;

    public Seals(PersonKeys keys, Suite suite) {
        this.keys = keys;
        this.suite = suite;
    }

    /// Makes the keys of all subjects that have none, with one write; [Forgotten] when one was
    /// destroyed.
    public void prepare(Collection<String> subjects) {
        keys.make(subjects);
    }

    /// Seals `text`, with a new key if the subject has none; [Forgotten] when it was destroyed.
    public byte[] seal(String subject, String place, String text) {
        return seal(subject, place, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Seals bytes, such as a picture, in the same way.
    public byte[] seal(String subject, String place, byte[] plain) {
        var held = keys.find(subject).orElseGet(() -> {
            prepare(java.util.List.of(subject));
            return keys.find(subject).orElseThrow(Forgotten::new);
        });
        return held.secret().seal(suite, at(subject, place), plain);
    }

    /// Opens what [#seal] made; empty once the subject's key is destroyed.
    public Optional<String> open(String subject, String place, byte[] sealed) {
        return openBytes(subject, place, sealed).map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /// Opens sealed bytes; empty once the subject's key is destroyed.
    public Optional<byte[]> openBytes(String subject, String place, byte[] sealed) {
        return keys.find(subject).map(held -> held.secret().open(at(subject, place), sealed));
    }

    /// Fetches the secrets of these subjects with one question, ahead of opening what is about them.
    public void fetch(Collection<String> subjects) {
        keys.fetch(subjects);
    }

    /// Whether nothing can be opened or sealed for that subject (any more, or yet).
    public boolean keyless(String subject) {
        return keys.find(subject).isEmpty();
    }

    private static String at(String subject, String place) {
        return subject + "\n" + place;
    }
}
