package cn.shouwang.audit;

/// Says that a command line cannot be understood, in words for the person who typed it: exit code 2.
final class Misused extends RuntimeException {

    Misused(String message) {
        super(message);
    }
}
