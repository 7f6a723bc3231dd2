package cn.shouwang.platform.browser;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.history.AsOf;
import cn.shouwang.platform.history.Gist;
import cn.shouwang.platform.security.Scope;
import cn.shouwang.platform.store.Commit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One stream followed from its first event to a moment, as far as a scope reaches.
final class Course {

    /// An event that counts.
    record Step(
            long position,
            String name,
            String kind,
            String division,
            String actor,
            String role,
            Instant recordedAt,
            LocalDate on) {}

    /// A component's value and the event that set it.
    record Fact(JsonNode value, Step setBy) {

        /// Whether nothing changed: of something personal the event tells, not the word for it.
        boolean saysTheSame(Fact other) {
            return value.equals(other.value) && (!isPersonal() || setBy.position() == other.setBy.position());
        }

        private boolean isPersonal() {
            return value.isString()
                    && (value.stringValue().equals(EventSerializer.SEALED)
                            || value.stringValue().equals(EventSerializer.FORGOTTEN));
        }
    }

    private static final Set<String> BESIDE = Set.of("division", "on");

    private final String stream;
    private final AsOf asOf;
    private final Scope scope;
    private final EventSerializer serializer;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> subjects = new TreeSet<>();

    Course(String stream, AsOf asOf, Scope scope, EventSerializer serializer) {
        this.stream = stream;
        this.asOf = asOf;
        this.scope = scope;
        this.serializer = serializer;
        subjects.add(stream);
    }

    /// The next commit of the stream.
    void follow(Commit commit) {
        for (var index = 0; index < commit.events().size(); index++) {
            var entry = commit.events().get(index);
            var step = step(commit, commit.position() + index, entry);
            if (step.position() <= asOf.position()
                    && asOf.counts(step.on())
                    && step.division().startsWith(scope.division())) {
                steps.add(step);
                subjects.addAll(serializer.sealedFor(entry.payload()));
                take(serializer.shown(entry.name(), entry.payload()), step);
            }
        }
    }

    private Step step(Commit commit, long position, Commit.Entry entry) {
        var gist = Gist.of(entry.payload());
        var meta = JsonMapper.shared().readTree(entry.meta());
        return new Step(
                position,
                entry.name(),
                commit.type(),
                gist.division(),
                meta.path(Meta.ACTOR).asString(""),
                meta.path(Meta.ROLE).asString(""),
                entry.at(),
                gist.onOr(entry.at()));
    }

    private void take(ObjectNode event, Step step) {
        var apart = serializer.apart(step.name().replaceFirst("\\..*", ""));
        var prefix = new StringBuilder();
        for (var component : apart) {
            var value = event.get(component);
            if (value != null && value.isValueNode() && !value.isNull()) {
                prefix.append(component).append('.').append(value.asString()).append('.');
                event.remove(component);
            }
        }
        for (var property : event.properties()) {
            var value = property.getValue();
            var isOwn = value.isString() && value.stringValue().equals(stream);
            if (!isOwn && !BESIDE.contains(property.getKey())) {
                set(prefix + property.getKey(), value, step);
            }
        }
    }

    private void set(String field, JsonNode value, Step step) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(inner -> set(field + "." + inner.getKey(), inner.getValue(), step));
        } else {
            facts.put(field, new Fact(value, step));
        }
    }

    /// The last event that counts, of a subject that is within the scope.
    Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    Map<String, Fact> facts() {
        return facts;
    }

    List<Step> steps() {
        return steps;
    }

    /// Ids under whose key something of this stream is sealed, the stream's own first of all.
    Set<String> subjects() {
        return subjects;
    }
}
