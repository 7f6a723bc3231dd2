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
        var held = keys.find(subject).orElseGet(() -> {
            prepare(java.util.List.of(subject));
            return keys.find(subject).orElseThrow(Forgotten::new);
        });
        return held.secret().seal(suite, at(subject, place), text.getBytes(StandardCharsets.UTF_8));
    }

    /// Opens what [#seal] made; empty once the subject's key is destroyed.
    public Optional<String> open(String subject, String place, byte[] sealed) {
        return keys.find(subject)
                .map(held -> new String(held.secret().open(at(subject, place), sealed), StandardCharsets.UTF_8));
    }

    /// Whether nothing can be opened or sealed for that subject (any more, or yet).
    boolean keyless(String subject) {
        return keys.find(subject).isEmpty();
    }

    private static String at(String subject, String place) {
        return subject + "\n" + place;
    }
}
