package cn.shouwang.bench.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What was asked beside what came out; a median decides.
final class Targets {

    private final List<String> lines = new ArrayList<>();

    void atLeast(String what, double asked, Spread got) {
        add(what, ">=", asked, got, got.median() >= asked);
    }

    void atMost(String what, double asked, Spread got) {
        add(what, "<=", asked, got, got.median() <= asked);
    }

    private void add(String what, String sign, double asked, Spread got, boolean met) {
        lines.add(String.format(
                Locale.ROOT, "  %-52s %s %-6.2f %-24s %s", what, sign, asked, got.ratio(), met ? "met" : "NOT met"));
    }

    void print(Consumer<String> screen) {
        screen.accept("targets: asked, got as median (lowest–highest round)");
        lines.forEach(screen);
    }
}
