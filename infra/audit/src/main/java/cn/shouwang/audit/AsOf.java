package cn.shouwang.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// `as-of` and `diff`: what was recorded of a subject at a moment, and between two. The same question about
/// the same log is answered with the same bytes.
final class AsOf {

    static final String AS_OF = "as-of SUBJECT INSTANT|DAY [FOLDER | --mongo URI | --data DIR] [--service NAME …]"
            + " [--by recorded|village] [--json]";
    static final String DIFF =
            "diff SUBJECT A B [FOLDER | --mongo URI | --data DIR] [--service NAME …] [--by recorded|village] [--json]";

    private final Screen screen;

    AsOf(Screen screen) {
        this.screen = screen;
    }

    private static Options options(List<String> args) {
        var valued = new HashSet<>(Sources.OPTIONS);
        valued.add("by");
        return new Options(args, Set.of("json"), valued);
    }

    int asOf(List<String> args) {
        var options = options(args);
        var words = options.words(2, 3, AS_OF);
        var moment = Moment.of(words.get(1), options.one("by").orElse("recorded"));
        try (var sources = Sources.open(options, words.stream().skip(2).findFirst())) {
            var answers = new ArrayList<Map<String, Object>>();
            for (var source : sources.all()) {
                var past = Past.of(source, words.getFirst(), moment);
                if (!past.isEmpty() && options.has("json")) {
                    answers.add(json(source, past, words.getFirst(), moment));
                } else if (!past.isEmpty()) {
                    text(source, past, words.getFirst(), moment).forEach(screen::line);
                    answers.add(Map.of());
                }
            }
            return answer(answers, options);
        }
    }

    private int answer(List<Map<String, Object>> answers, Options options) {
        if (answers.isEmpty()) {
            throw new Unjudged("那时没有这个对象的记录 (nothing was recorded of that subject by then)");
        }
        if (options.has("json")) {
            screen.line(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answers));
        }
        return 0;
    }

    private static Map<String, Object> json(Source source, Past past, String subject, Moment moment) {
        var json = new LinkedHashMap<String, Object>();
        json.put("service", source.service());
        json.put("subject", subject);
        json.put("asOf", moment.text());
        json.put("by", moment.byVillageDay() ? "village" : "recorded");
        json.put("streams", past.streams().stream().map(Fold::json).toList());
        json.put("forgotten", past.forgotten().stream().map(AsOf::json).toList());
        return json;
    }

    private static Map<String, Object> json(Past.Forgotten forgotten) {
        var json = new LinkedHashMap<String, Object>();
        json.put("subjects", forgotten.subjects());
        json.put("approved", Fold.origin(forgotten.approved()));
        json.put("done", forgotten.done() == null ? null : Fold.origin(forgotten.done()));
        return json;
    }

    private static List<String> text(Source source, Past past, String subject, Moment moment) {
        var lines = new ArrayList<String>();
        lines.add("%s  %s  截至 as of %s（%s）"
                .formatted(
                        source.service(),
                        subject,
                        moment.text(),
                        moment.byVillageDay() ? "按发生日 by village day" : "按记录时间 by time of recording"));
        for (var fold : past.streams()) {
            lines.add("");
            lines.add(fold.type() + " " + fold.stream());
            fold.facts().forEach((name, fact) -> {
                lines.add("  " + name + " = " + fact.value());
                lines.add("      " + Fold.line(fact.by()));
            });
            lines.add("  经过 how it came about:");
            fold.events().forEach(event -> lines.add("    " + Fold.line(event)));
        }
        for (var forgotten : past.forgotten()) {
            lines.add("");
            lines.add("依法遗忘 forgotten: " + String.join(" ", forgotten.subjects()));
            lines.add("  批准 approved " + Fold.line(forgotten.approved()));
            lines.add(
                    forgotten.done() == null
                            ? "  尚未执行 not carried out by then"
                            : "  执行 carried out " + Fold.line(forgotten.done()));
        }
        return lines;
    }

    int diff(List<String> args) {
        var options = options(args);
        var words = options.words(3, 4, DIFF);
        var by = options.one("by").orElse("recorded");
        var from = Moment.of(words.get(1), by);
        var to = Moment.of(words.get(2), by);
        try (var sources = Sources.open(options, words.stream().skip(3).findFirst())) {
            var answers = new ArrayList<Map<String, Object>>();
            for (var source : sources.all()) {
                var before = Past.of(source, words.getFirst(), from);
                var after = Past.of(source, words.getFirst(), to);
                if (!before.isEmpty() || !after.isEmpty()) {
                    answers.add(difference(source, before, after, words.getFirst(), from, to));
                }
            }
            if (!options.has("json")) {
                answers.forEach(this::show);
            }
            return answer(answers, options);
        }
    }

    private static Map<String, Object> difference(
            Source source, Past before, Past after, String subject, Moment from, Moment to) {
        var json = new LinkedHashMap<String, Object>();
        json.put("service", source.service());
        json.put("subject", subject);
        json.put("from", from.text());
        json.put("to", to.text());
        var changes = new ArrayList<Map<String, Object>>();
        for (var fold : after.streams()) {
            var old = before.streams().stream()
                    .filter(other -> other.stream().equals(fold.stream()))
                    .findFirst()
                    .orElseGet(() -> new Fold(fold.stream(), fold.type()));
            changes.addAll(changes(old, fold));
        }
        json.put("changes", changes);
        return json;
    }

    private static List<Map<String, Object>> changes(Fold before, Fold after) {
        var changes = new ArrayList<Map<String, Object>>();
        var names = new TreeSet<>(before.facts().keySet());
        names.addAll(after.facts().keySet());
        for (var name : names) {
            var old = before.facts().get(name);
            var now = after.facts().get(name);
            if (now != null && (old == null || !Objects.equals(old.value(), now.value()))) {
                var change = new LinkedHashMap<String, Object>();
                change.put("stream", after.stream());
                change.put("type", after.type());
                change.put("field", name);
                change.put("before", old == null ? null : old.value());
                change.put("after", now.value());
                change.put("by", Fold.origin(now.by()));
                change.put("said", Fold.line(now.by()));
                changes.add(change);
            }
        }
        return changes;
    }

    private void show(Map<String, Object> difference) {
        screen.line("%s  %s  %s → %s"
                .formatted(
                        difference.get("service"),
                        difference.get("subject"),
                        difference.get("from"),
                        difference.get("to")));
        if (difference.get("changes") instanceof List<?> changes) {
            for (var change : changes) {
                if (change instanceof Map<?, ?> one) {
                    screen.line("  %s %s %s: %s → %s"
                            .formatted(
                                    one.get("type"),
                                    one.get("stream"),
                                    one.get("field"),
                                    one.get("before") == null ? "—" : one.get("before"),
                                    one.get("after")));
                    screen.line("      " + one.get("said"));
                }
            }
            if (changes.isEmpty()) {
                screen.line("  没有变化 no change");
            }
        }
    }
}
