package cn.shouwang.local.run;

import java.io.PrintStream;
import java.util.Locale;

/// What the person at the terminal sees: a line per change of a process.
final class Screen implements Progress {

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    @Override
    public void changed(String process, ProcessState state, double seconds, String note) {
        var took = seconds > 0 ? String.format(Locale.ROOT, "%.1f s", seconds) : "";
        line("  %-11s %-28s %8s  %s".formatted(process, state, took, note).stripTrailing());
    }

    void line(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }
}
