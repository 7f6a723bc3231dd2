package cn.shouwang.platform.parking;

import java.time.Instant;

/// A parked message as a person sees it: where it stands and why, not what it says.
///
/// `kind` and `code` are those of [Failure], `cause` says the same in words; `attempts` counts the times it
/// was handled in vain.
public record Parked(
        String reader,
        String subject,
        String message,
        String type,
        Failure.Kind kind,
        String code,
        String cause,
        int attempts,
        Instant since) {

    Parked because(String words) {
        return new Parked(reader, subject, message, type, kind, code, words, attempts, since);
    }
}
