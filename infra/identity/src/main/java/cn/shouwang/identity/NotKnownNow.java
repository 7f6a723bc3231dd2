package cn.shouwang.identity;

/// What somebody may sign in as cannot be known at this moment, because the log or what was made of it is
/// not there or not complete. Nobody gets anything; asked again in a moment it may be known.
final class NotKnownNow extends RuntimeException {

    NotKnownNow(RuntimeException cause) {
        super("the grants in force cannot be read: " + cause.getClass().getName(), cause);
    }
}
