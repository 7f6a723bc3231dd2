package cn.shouwang.bench.drill.forget;

import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.Visitor;
import cn.shouwang.bench.drill.SealedLog;
import cn.shouwang.bench.drill.forget.Life.Entry;
import cn.shouwang.local.run.Progress;
import cn.shouwang.local.run.Suite;
import cn.shouwang.local.run.SuiteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Plants a person, has everything written about them that can be written, forgets them with two people,
/// and looks for traces in every store, topic, log file, figure and answer, before and after a restart.
///
/// Runs a suite of its own below a directory of its own.
public final class ForgetDrill {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 20_250_301;

    private final Consumer<String> screen;
    private final Path home;
    private final Path directory;
    private final Suite suite;
    private final List<String> trouble = new ArrayList<>();
    private int places;
    private int traces;

    /// @param home the checkout whose build is drilled
    /// @param directory where its data and logs go
    public ForgetDrill(Path home, Path directory, Consumer<String> screen) {
        this.screen = screen;
        this.home = home;
        this.directory = directory;
        this.suite = new Suite(
                SuiteSettings.of(home).below(directory).withFreePorts().withDemo(true), Progress.silent());
    }

    /// Runs the drill and stops everything it started, whatever happens. True when nothing is left of the
    /// forgotten and everything of the others.
    public boolean run() throws InterruptedException {
        var stopAtInterrupt = new Thread(suite::stop);
        Runtime.getRuntime().addShutdownHook(stopAtInterrupt);
        try (suite) {
            suite.start();
            var offices = Offices.of(suite.url(), suite.passwords());
            var gone = Marked.of(SEED, "褚忘川");
            var stays = Marked.of(SEED + 1, "秦留谷");
            var neighbour = Marked.of(SEED + 2, "何样桑");
            var visitor = new Visitor(suite.url());
            var entry = new Life(offices, visitor, gone, neighbour.person()).live();
            new Life(offices, visitor, stays, neighbour.person()).live();
            before(offices, visitor, gone, entry);
            var oldKey = wrappingKey();
            forget(offices, entry);
            trouble.addAll(
                    new Audited(home, directory, suite, screen).faults(offices.of("auditor"), entry.household()));
            after("忘记之后 after", offices, visitor, gone, stays, entry, oldKey);
            trouble.addAll(SealedLog.faults(suite, offices.of("auditor"), screen));
            suite.stop();
            suite.start();
            var later = Offices.of(suite.url(), suite.passwords());
            after("重启之后 after a restart", later, new Visitor(suite.url()), gone, stays, entry, oldKey);
        } finally {
            Runtime.getRuntime().removeShutdownHook(stopAtInterrupt);
        }
        trouble.forEach(line -> screen.accept("  " + line));
        screen.accept("forget: %d places scanned, traces %d".formatted(places, traces));
        return traces == 0 && trouble.isEmpty();
    }

    /// Stores hold nothing readable even of the living; screens show them masked; and the search for
    /// traces does find what is there.
    private void before(Offices offices, Visitor visitor, Marked gone, Entry entry) throws InterruptedException {
        var stored = new Places(suite, directory);
        stores(stored, traces(gone, entry));
        stored.found().forEach(trace -> trouble.add("before: " + trace));
        places += stored.count();
        traces += stored.found().size();

        var screens = new Places(suite, directory);
        screens.answers(new Traces(gone.masks()), callers(offices), List.of(entry.household()));
        screens.owner(
                new Traces(gone.masks()),
                visitor,
                entry.tracking(),
                gone.person().phone());
        expect(!screens.found().isEmpty(), "no screen shows the person, so nothing would be proved");

        var known = new Places(suite, directory);
        known.documents(new Traces(Map.of("place", Life.PLACE)));
        var inDocuments = known.found().size();
        known.files(new Traces(Map.of("place", Life.PLACE)));
        expect(inDocuments > 0 && known.found().size() > inDocuments, "the search does not find what is there");
        screen.accept("  之前 before: %s, 痕迹 traces %d; 屏幕 screens with the person masked: %d"
                .formatted(
                        stored.looked(), stored.found().size(), screens.found().size()));
    }

    private void forget(Offices offices, Entry entry) throws InterruptedException {
        var officer = offices.of("county-officer");
        var proposal = Life.send(
                officer,
                Life.API + "/households/" + entry.household() + "/members/" + entry.member() + "/erasures",
                Map.of("ground", "PURPOSE_ENDED", "reason", "演练"));
        var path = Life.API + "/erasures/" + proposal.id();
        var alone = officer.post(path + "/approval", Map.of(), UUID.randomUUID().toString());
        expect(alone.status() == 403 || alone.status() == 409, "one person alone could forget somebody");
        Life.send(offices.of("county-leader"), path + "/approval", Map.of());
        Life.within(PATIENCE, "the keys were not destroyed in time", () -> carriedOut(officer, proposal.id()));
    }

    private static Optional<String> carriedOut(Caller officer, String erasure) {
        for (var item : officer.get(Life.API + "/erasures?size=200").json().path("items")) {
            if (item.path("erasure").asString("").equals(erasure)
                    && item.path("state").asString("").equals("CARRIED_OUT")) {
                return Optional.of(erasure);
            }
        }
        return Optional.empty();
    }

    private void after(
            String when, Offices offices, Visitor visitor, Marked gone, Marked stays, Entry entry, List<String> oldKeys)
            throws InterruptedException {
        var looked = new Places(suite, directory);
        var lost = traces(gone, entry);
        for (var number = 0; number < oldKeys.size(); number++) {
            lost.and("wrapping key " + number, oldKeys.get(number).getBytes(StandardCharsets.US_ASCII));
        }
        stores(looked, lost);
        looked.answers(lost, callers(offices), households(offices));
        looked.owner(lost, visitor, entry.tracking(), gone.person().phone());
        looked.searches(lost, callers(offices), Life.searches(gone));
        looked.found().stream().limit(20).forEach(trace -> trouble.add(when + ": " + trace));
        places += looked.count();
        traces += looked.found().size();

        var others = new Places(suite, directory);
        others.answers(new Traces(stays.masks()), callers(offices), households(offices));
        expect(
                others.found().stream()
                                .map(trace -> trace.substring(trace.lastIndexOf(':')))
                                .distinct()
                                .count()
                        == stays.masks().size(),
                when + ": somebody else was forgotten as well");
        screen.accept("  %s: %s, 痕迹 traces %d; 其他人 others still shown: %d"
                .formatted(
                        when,
                        looked.looked(),
                        looked.found().size(),
                        others.found().size()));
    }

    private static Traces traces(Marked marked, Entry entry) {
        return new Traces(marked.texts()).and("photo", entry.picture().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void stores(Places places, Traces traces) {
        places.documents(traces);
        places.files(traces);
        places.topics(traces);
        places.figures(traces);
    }

    private static Map<String, Caller> callers(Offices offices) {
        var callers = new LinkedHashMap<String, Caller>();
        for (var name : List.of("county-officer", "county-leader", "auditor", "village-" + Life.VILLAGE)) {
            callers.put(name, offices.of(name));
        }
        return callers;
    }

    private static List<String> households(Offices offices) {
        var ids = new ArrayList<String>();
        offices.of("county-officer")
                .get(Life.API + "/households?size=200")
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("household").asString("")));
        return ids;
    }

    /// The keys under which person keys are wrapped now, as text; an erasure must drop them.
    private List<String> wrappingKey() {
        var file = suite.passwords().resolveSibling("monitoring-sealing-keys.json");
        try {
            var keys = new ArrayList<String>();
            JsonMapper.shared()
                    .readTree(Files.readString(file))
                    .path("wrapping")
                    .forEach(key -> keys.add(key.stringValue()));
            expect(keys.stream().allMatch(key -> Base64.getDecoder().decode(key).length == 32), "no wrapping key");
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            trouble.add(otherwise);
        }
    }
}
