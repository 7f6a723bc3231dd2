package cn.shouwang.bench.drill.tamper;

import cn.shouwang.evidence.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events as a county's log has them: many streams, commits of one to four events, about half of them with
/// sealed parts. The same for the same seed; nobody in them is real.
final class CountyEvents {

    private record Fact(String name, boolean isSealed) {}

    private static final Map<String, List<Fact>> FACTS = Map.of(
            "Household",
            List.of(
                    new Fact("household.registered", true),
                    new Fact("household.member-added", true),
                    new Fact("household.member-corrected", true)),
            "Clue",
            List.of(new Fact("clue.registered", true), new Fact("clue.assigned", false), new Fact("clue.closed", true)),
            "Identification",
            List.of(
                    new Fact("identification.opened", false),
                    new Fact("identification.household-visited", false),
                    new Fact("identification.appraisal-held", true)),
            "Reading",
            List.of(new Fact("reading.field-revealed", false)));
    private static final List<String> TYPES = List.of("Household", "Household", "Clue", "Identification", "Reading");
    private static final List<String> ROLES =
            List.of("VILLAGE_COMMITTEE", "TOWN_OFFICE", "COUNTY_OFFICER", "GROUP_LEADER", "AUDITOR");
    private static final Instant BEGIN = Instant.parse("2026-01-05T01:00:00Z");

    private final Random random;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<String> streams = new ArrayList<>();
    private final List<LoggedEvent> events = new ArrayList<>();
    private Instant now = BEGIN;

    private CountyEvents(long seed) {
        this.random = new Random(seed);
    }

    static List<LoggedEvent> of(int size, long seed) {
        var county = new CountyEvents(seed);
        while (county.events.size() < size) {
            county.commit(size - county.events.size());
        }
        return List.copyOf(county.events);
    }

    private void commit(int room) {
        var many = Math.min(room, random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(3));
        var stream = stream();
        var commit = events.size();
        var asked = random.nextInt(3) > 0;
        now = now.plusMillis(random.nextInt(60_000));
        for (var place = 0; place < many; place++) {
            var keyed = asked && place == 0;
            events.add(event(commit + place, commit, stream, keyed ? hex(32) : null, keyed ? hex(16) : null));
        }
    }

    /// Mostly one that is there, more often a late one.
    private String stream() {
        if (streams.isEmpty() || random.nextInt(5) == 0) {
            streams.add(uuid());
            return streams.getLast();
        }
        var back = (int) (streams.size() * Math.pow(random.nextDouble(), 3));
        return streams.get(streams.size() - 1 - back);
    }

    private LoggedEvent event(long position, long commit, String stream, @Nullable String key, @Nullable String print) {
        var type = TYPES.get(Math.floorMod(stream.hashCode(), TYPES.size()));
        var facts = Objects.requireNonNull(FACTS.get(type));
        var fact = facts.get(random.nextInt(facts.size()));
        var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        return new LoggedEvent(
                position,
                commit,
                key,
                print,
                stream,
                type,
                sequence,
                uuid(),
                fact.name(),
                "1",
                now,
                payload(fact, stream),
                meta());
    }

    private String payload(Fact fact, String stream) {
        var village = 440_233_101_200L + random.nextInt(159);
        var plain =
                "{\"household\":\"%s\",\"division\":\"%d\",\"note\":\"第%d号\",\"amountFen\":%d,\"on\":\"2026-01-%02d\""
                        .formatted(
                                stream,
                                village,
                                random.nextInt(1000),
                                random.nextInt(1_000_000),
                                1 + random.nextInt(28));
        var bytes = new byte[90 + random.nextInt(160)];
        random.nextBytes(bytes);
        return fact.isSealed()
                ? "%s,\"sealed\":{\"%s\":\"%s\"}}"
                        .formatted(
                                plain,
                                stream,
                                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                : plain + "}";
    }

    private String meta() {
        return "{\"actor\":\"account-%d\",\"channel\":\"STAFF\",\"correlation\":\"%s\",\"division\":\"440233101\",\"role\":\"%s\"}"
                .formatted(random.nextInt(400), uuid(), ROLES.get(random.nextInt(ROLES.size())));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String hex(int bytes) {
        var some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }
}
