package cn.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.NoAnswer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// What every story asks for: done, refused with a code, seen in the end.
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Asking() {}

    /// The id that the accepted command is told.
    static String done(Caller caller, String path, Object form) {
        var answer = post(caller, path, form);
        assertThat(answer.isAccepted()).as(path + ": " + answer.body()).isTrue();
        return answer.id();
    }

    static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    static Answer post(Caller caller, String path, Object form) {
        return caller.post(path, form, UUID.randomUUID().toString());
    }

    static JsonNode seen(Caller caller, String path) {
        return seen(caller, path, _ -> true);
    }

    /// Reads again until what is there is `right`; rows and other services follow the log in a moment.
    static JsonNode seen(Caller caller, String path, Predicate<JsonNode> right) {
        return seen(caller, path, PATIENCE, right);
    }

    static JsonNode seen(Caller caller, String path, Duration patience, Predicate<JsonNode> right) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = reachable(caller, path, deadline);
            if (answer.isAccepted() && right.test(answer.json())) {
                return answer.json();
            }
            assertThat(System.nanoTime())
                    .as(path + " in the end: " + answer.body())
                    .isLessThan(deadline);
            pause();
        }
    }

    private static Answer reachable(Caller caller, String path, long deadline) {
        while (true) {
            try {
                return caller.get(path);
            } catch (NoAnswer e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
