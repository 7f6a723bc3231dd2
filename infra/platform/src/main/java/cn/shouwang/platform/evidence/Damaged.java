package cn.shouwang.platform.evidence;

/// The log, or what was signed of it, is not what it was. `position` is the first event concerned, or the
/// first one of those whose hashes are.
final class Damaged extends RuntimeException {

    private final Damage damage;
    private final long position;

    Damaged(Damage damage, long position) {
        super(damage.code() + " at position " + position);
        this.damage = damage;
        this.position = position;
    }

    Damage damage() {
        return damage;
    }

    long position() {
        return position;
    }
}
