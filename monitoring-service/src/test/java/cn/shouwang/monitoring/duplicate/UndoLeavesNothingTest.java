package cn.shouwang.monitoring.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.RowBytes;
import cn.shouwang.monitoring.clue.ClueChannel;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.clue.Subject;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateMerged;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedTextCodec;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.Servers;
import cn.shouwang.platform.test.TestSeals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Merging and undoing leaves the bytes of every row of every read model of the service as they would
/// be had nobody merged, over 200 random histories.
///
/// Without the field `at`, the position by which the platform guards a row, and without the timeline's
/// rows of the pair itself: that somebody merged and somebody undid it is history and stays.
@DisplayNameGeneration(ReplaceUnderscores.class)
class UndoLeavesNothingTest {

    private static final int HISTORIES = 200;
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final Instant NOON = Instant.parse("2025-11-03T04:00:00Z");
    private static final List<String> VILLAGES = List.of("440233101203", "440233101204", "440233102202");

    /// The read models that know of merges; every other one is built from events a merge does not touch.
    private static final List<String> READ_MODELS = List.of(
            "cn.shouwang.monitoring.household.file.HouseholdFileProjection",
            "cn.shouwang.monitoring.household.roster.RosterProjection",
            "cn.shouwang.monitoring.household.timeline.TimelineProjection",
            "cn.shouwang.monitoring.identification.board.BoardProjection",
            "cn.shouwang.monitoring.clue.worklist.ClueListProjection",
            "cn.shouwang.monitoring.todo.TodoProjection",
            "cn.shouwang.monitoring.duplicate.worklist.SideProjection",
            "cn.shouwang.monitoring.duplicate.worklist.DuplicateListProjection");

    private final TestSeals seals = new TestSeals();

    @Test
    void a_merge_that_is_undone_leaves_every_row_as_if_it_had_never_been() {
        var merges = 0;
        for (var seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var tale = new Tale(random);
            var without = new ArrayList<Placed>();
            var with = new ArrayList<Placed>();
            tale.tell(without, with);
            assertThat(rows(with)).as("history %s", seed).isEqualTo(rows(without));
            merges += tale.merges;
        }
        assertThat(merges).isGreaterThan(HISTORIES);
    }

    @Test
    void a_merge_shows_while_it_lasts() {
        var tale = new Tale(new Random(1));
        var without = new ArrayList<Placed>();
        tale.tell(without, new ArrayList<>());
        var with = new ArrayList<>(without);
        with.add(tale.members());
        with.add(tale.papers());
        var before = rows(without);
        assertThat(rows(with).entrySet().stream()
                        .filter(row -> !row.getValue().equals(before.get(row.getKey())))
                        .map(row -> row.getKey().substring(0, row.getKey().indexOf(':'))))
                .contains("household_file", "roster", "board", "clues", "todo", "sides", "duplicates");
    }

    /// A random history, told twice: as it was without merges, and with merges that are all undone in
    /// the end, in any order, among the other events.
    private static final class Tale {

        private final Random random;
        private final List<MemberId> members = new ArrayList<>();
        private final List<HouseholdId> houses = new ArrayList<>();
        private final List<ClueId> clues = new ArrayList<>();
        private final List<DuplicateMerged> standing = new ArrayList<>();
        private final List<Side> sides = new ArrayList<>();
        private final List<Pair> pairs = new ArrayList<>();
        private int merges;

        Tale(Random random) {
            this.random = random;
        }

        void tell(List<Placed> without, List<Placed> with) {
            begin().forEach(event -> both(event, without, with));
            for (var step = 0; step < 25; step++) {
                if (random.nextInt(3) == 0) {
                    linkOrUndo(with);
                } else {
                    both(change(), without, with);
                }
            }
            while (!standing.isEmpty()) {
                with.add(Sample.undone(standing.remove(random.nextInt(standing.size()))));
            }
        }

        DuplicateMerged members() {
            return merge(pairs.getFirst());
        }

        DuplicateMerged papers() {
            return merge(pairs.getLast());
        }

        private static void both(Placed event, List<Placed> without, List<Placed> with) {
            without.add(event);
            with.add(event);
        }

        private List<Placed> begin() {
            var events = new ArrayList<Placed>();
            for (var house = 0; house < VILLAGES.size(); house++) {
                houses.add(HouseholdId.of(id().toString()));
                events.add(new HouseholdRegistered(
                        houses.getLast(), VILLAGES.get(house), BaseType.ORDINARY, null, null, DAY));
                for (var member = 0; member < 2; member++) {
                    members.add(MemberId.of(id().toString()));
                    sides.add(Side.of(members.getLast(), houses.getLast(), VILLAGES.get(house)));
                    events.add(new MemberAdded(
                            houses.getLast(),
                            VILLAGES.get(house),
                            members.getLast(),
                            Persons.of(Persons.MAN, member == 0 ? Relation.HEAD : Relation.SON),
                            DAY));
                }
                clues.add(ClueId.of(id().toString()));
                events.add(new ClueRegistered(
                        clues.getLast(),
                        VILLAGES.get(house),
                        ClueChannel.GRASSROOTS_CHECK,
                        null,
                        new Subject(null, null, null),
                        Risks.of(RiskType.ILLNESS),
                        "走访发现",
                        DAY,
                        DAY));
            }
            pair(0, 2, events);
            pair(2, 4, events);
            pair(0, 4, events);
            pair(0, 1, events);
            clues.forEach(clue -> sides.add(Side.of(clue, VILLAGES.get(clues.indexOf(clue)))));
            pair(0, 6, events);
            pair(6, 7, events);
            pair(7, 8, events);
            return events;
        }

        private void pair(int one, int other, List<Placed> events) {
            var pair = Pair.of(sides.get(one), sides.get(other));
            pairs.add(pair);
            events.add(Sample.proposed(pair, pair.second(), NOON));
        }

        private void linkOrUndo(List<Placed> with) {
            if (!standing.isEmpty() && random.nextInt(3) == 0) {
                with.add(Sample.undone(standing.remove(random.nextInt(standing.size()))));
                return;
            }
            var free = pairs.stream()
                    .filter(pair ->
                            standing.stream().noneMatch(merged -> merged.pair().equals(pair)))
                    .toList();
            if (!free.isEmpty()) {
                standing.add(merge(free.get(random.nextInt(free.size()))));
                with.add(standing.getLast());
                merges++;
            }
        }

        private DuplicateMerged merge(Pair pair) {
            var mixed = pair.first().kind() != pair.second().kind();
            var kept = mixed
                    ? pair.sides()
                            .filter(side -> side.kind() == SideKind.MEMBER)
                            .findFirst()
                            .orElseThrow()
                    : random.nextBoolean() ? pair.first() : pair.second();
            var merged = pair.other(kept.id());
            return Sample.merged(pair, kept, mixed ? null : merged.clue());
        }

        private Placed change() {
            var at = random.nextInt(members.size());
            var village = VILLAGES.get(at / 2);
            var house = houses.get(at / 2);
            var member = members.get(at);
            var clue = clues.get(at / 2);
            return switch (random.nextInt(6)) {
                case 0 -> new MemberCorrected(house, village, member, Persons.of(Persons.SON, Relation.SON), DAY);
                case 1 -> new MemberDecreased(house, village, member, DecreaseReason.MOVED_OUT, DAY);
                case 2 -> new HeadNamed(house, village, member, DAY);
                case 3 -> new ClueAssigned(clue, village, village, null, DAY, DAY);
                case 4 -> new ClueEscalated(clue, village, ClueLevel.TOWN, DAY, DAY.plusDays(5), DAY);
                default -> new ClueClosed(clue, village, ClueOutcome.POLICY_SOLVED, "已解决", null, DAY);
            };
        }

        private UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }

    /// Every row of every read model as bytes, by collection and id.
    private Map<String, String> rows(List<Placed> history) {
        var database = Servers.freshDatabase();
        var rows = new LinkedHashMap<String, String>();
        for (var projection : projections().toList()) {
            var collection = database.getCollection(projection.name());
            Rows.write(
                    projection,
                    recorded(history),
                    collection.withCodecRegistry(
                            SealedTextCodec.registry(seals.seals(), collection.getCodecRegistry())));
            for (var row : collection.withDocumentClass(RawBsonDocument.class).find()) {
                if (!ofThePairItself(projection, row)) {
                    rows.put(projection.name() + ":" + row.getString("_id").getValue(), RowBytes.of(row));
                }
            }
        }
        database.drop();
        return rows;
    }

    /// The events keep their numbers whether or not merges lie between them, as far as rows show them.
    private static List<Recorded> recorded(List<Placed> history) {
        var position = 0L;
        var others = 0L;
        var recorded = new ArrayList<Recorded>();
        for (var event : history) {
            var link = event instanceof DuplicateEvent.Link;
            others += link ? 0 : 1;
            recorded.add(new Recorded(
                    others * 1000 + (link ? ++position : 0),
                    "s",
                    0,
                    "e",
                    NOON,
                    event,
                    MetaData.from(Actor.SYSTEM.toMeta())));
        }
        return recorded;
    }

    private static boolean ofThePairItself(Projection projection, RawBsonDocument row) {
        return projection.name().equals("timeline")
                && row.getString("name").getValue().startsWith("duplicate.");
    }

    private static Stream<Projection> projections() {
        return READ_MODELS.stream().map(UndoLeavesNothingTest::projection);
    }

    /// Read models are closed to other packages, as they should be.
    private static Projection projection(String name) {
        try {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Projection) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }
}
