package cn.shouwang.identity;

/// A users file that cannot be taken as it is. The message names the line and the reason, never a
/// value from the file; the caller keeps the users it had.
final class UsersFileRefused extends RuntimeException {

    UsersFileRefused(int line, String reason) {
        super("line %d: %s".formatted(line, reason), null, false, false); // an expected answer: no stack trace
    }
}
