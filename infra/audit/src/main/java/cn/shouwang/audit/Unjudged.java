package cn.shouwang.audit;

/// Says why a question cannot be answered with what there is, in words for the person who asked: exit code 3.
final class Unjudged extends RuntimeException {

    Unjudged(String message) {
        super(message);
    }
}
