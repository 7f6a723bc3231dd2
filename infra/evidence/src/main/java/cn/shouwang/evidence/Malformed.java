package cn.shouwang.evidence;

/// A text or a file is not what it should be: no checkpoint, no proof, no key. The message says what
/// is wrong in English and repeats nothing personal.
public final class Malformed extends RuntimeException {

    public Malformed(String what) {
        super(what);
    }
}
