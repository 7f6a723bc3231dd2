package cn.shouwang.audit;

import cn.shouwang.evidence.LeafLine;
import cn.shouwang.evidence.LoggedEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// `replay`: events in order, as text or as the lines they are hashed as; how many a second, aside.
final class Replay {

    static final String USAGE = "replay [FOLDER | --mongo URI | --data DIR] [--service NAME …] [--from P] [--to P]"
            + " [--name NAME …] [--subject ID] [--json]";

    private final Screen screen;

    Replay(Screen screen) {
        this.screen = screen;
    }

    int run(List<String> args) {
        var valued = new HashSet<>(Sources.OPTIONS);
        valued.addAll(Set.of("from", "to", "name", "subject"));
        var options = new Options(args, Set.of("json"), valued);
        var folder = options.words(0, 1, USAGE).stream().findFirst();
        try (var sources = Sources.open(options, folder)) {
            sources.all().forEach(source -> replay(source, options));
        }
        return 0;
    }

    private void replay(Source source, Options options) {
        var wanted = wanted(options);
        var line = new LeafLine();
        var read = new long[2];
        var began = System.nanoTime();
        source.events(event -> {
            read[0]++;
            if (wanted.test(event)) {
                read[1]++;
                screen.out()
                        .print((options.has("json") ? new String(line.of(event), StandardCharsets.UTF_8) : text(event))
                                + "\n");
            }
        });
        screen.out().flush();
        var seconds = (System.nanoTime() - began) / 1e9;
        screen.note(String.format(
                Locale.ROOT,
                "%s: %d 个事件 events，%d 个列出 shown，%.1f s，每秒 a second %.0f",
                source.service(),
                read[0],
                read[1],
                seconds,
                read[0] / Math.max(seconds, 1e-9)));
    }

    private static Predicate<LoggedEvent> wanted(Options options) {
        long from = options.number("from").orElse(0L);
        long to = options.number("to").orElse(Long.MAX_VALUE);
        var names = Set.copyOf(options.all("name"));
        var subject = options.one("subject");
        return event -> event.position() >= from
                && event.position() <= to
                && (names.isEmpty() || names.contains(event.name()))
                && (subject.isEmpty() || Mentions.has(event, subject.get()));
    }

    private static String text(LoggedEvent event) {
        var who = Mentions.meta(event);
        return "%8d  %s  %-32s %s %s  %s %s"
                .formatted(
                        event.position(),
                        event.at(),
                        event.name(),
                        event.type(),
                        event.stream(),
                        who.getOrDefault("actor", "-"),
                        who.getOrDefault("role", "-"))
                .stripTrailing();
    }
}
