package cn.shouwang.audit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs commands as a person would, and keeps what they print.
final class Terminal {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream aside = new ByteArrayOutputStream();

    int run(String... words) {
        out.reset();
        aside.reset();
        var screen = new Screen(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(aside, true, StandardCharsets.UTF_8));
        return new Main(screen).run(List.of(words));
    }

    /// The answer of the last command.
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /// What the last command said beside it.
    String aside() {
        return aside.toString(StandardCharsets.UTF_8);
    }
}
