package cn.shouwang.audit;

import cn.shouwang.evidence.LoggedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a log knew of a subject at a moment: its own stream, and every stream of which an event up to then names
/// it, each from its beginning.
///
/// A household's case, a report about it, the reading of its data and the order to forget it are streams of
/// their own that name it. Two passes over the log: which streams, then what they say.
final class Past {

    /// That the keys of somebody were ordered to be destroyed, and that they were.
    record Forgotten(
            List<String> subjects,
            LoggedEvent approved,
            @Nullable LoggedEvent done) {}

    private final String subject;
    private final Map<String, Fold> streams = new LinkedHashMap<>();

    private Past(String subject) {
        this.subject = subject;
    }

    static Past of(Source source, String subject, Moment moment) {
        var named = new HashSet<String>();
        source.events(event -> {
            if (Mentions.has(event, subject) && moment.covers(event)) {
                named.add(event.stream());
            }
        });
        var past = new Past(subject);
        if (!named.isEmpty()) {
            past.fold(source, named, moment);
        }
        return past;
    }

    private void fold(Source source, Set<String> named, Moment moment) {
        source.events(event -> {
            if (named.contains(event.stream()) && moment.covers(event)) {
                streams.computeIfAbsent(event.stream(), stream -> new Fold(stream, event.type()))
                        .add(event);
            }
        });
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /// The subject's own stream first, the others in the order in which they began.
    List<Fold> streams() {
        var all = new ArrayList<Fold>();
        var own = streams.get(subject);
        if (own != null) {
            all.add(own);
        }
        streams.values().stream().filter(fold -> !fold.stream().equals(subject)).forEach(all::add);
        return all;
    }

    /// Erasures that concern the subject, in the order in which they were ordered.
    List<Forgotten> forgotten() {
        var forgotten = new ArrayList<Forgotten>();
        for (var fold : streams()) {
            var approved = named(fold, "erasure.approved");
            if (approved != null && Mentions.has(approved, subject)) {
                var subjects = Mentions.payload(approved).path("subjects").values().stream()
                        .map(JsonNode::asString)
                        .toList();
                forgotten.add(new Forgotten(subjects, approved, named(fold, "erasure.carried-out")));
            }
        }
        return forgotten;
    }

    private static @Nullable LoggedEvent named(Fold fold, String name) {
        return fold.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
