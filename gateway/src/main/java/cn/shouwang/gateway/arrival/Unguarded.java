package cn.shouwang.gateway.arrival;

/// The gateway does not start, because what it was told would leave a door open. The message is the
/// reason in one line.
public final class Unguarded extends RuntimeException {

    Unguarded(String reason) {
        super(reason, null, false, false); // a setting, not a fault: no stack trace
    }
}
