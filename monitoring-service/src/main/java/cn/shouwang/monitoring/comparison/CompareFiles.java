package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Facts;
import cn.shouwang.monitoring.dataset.Intake;
import cn.shouwang.monitoring.dataset.Period;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.sealing.Suite;
import cn.shouwang.platform.sealing.WrappingKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/// The same readers, keys, rules and joins as in the service, over a folder of files and with nothing around
/// them, to be measured from outside: a register of lines `id,household,standing` and one `<DATASET>.csv` for
/// each dataset. Writes what it found to `ours.txt`, a line for each hit, and how long each
/// round took to its output.
///
/// The register's keys are made first and told apart: the service makes them when it starts.
final class CompareFiles {

    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final LocalDate ON = LocalDate.of(2026, 1, 5);
    private static final int MOST_ROWS = 300_000;
    private static final int AT_ONCE = 2;

    private final Path folder;
    private final HashedPersonKeys keys;
    private final List<String> lines = new ArrayList<>();

    /// A file whose rows are judged; `rows` all of them, `accepted` those taken.
    private record Judged(Dataset dataset, int rows, int accepted, List<byte[]> pieces) {}

    private CompareFiles(Path folder) {
        this.folder = folder;
        this.keys = new HashedPersonKeys(
                new BlindIndex(new WrappingKeys(folder.resolve("keys.json"), () -> true), Suite.AES));
    }

    public static void main(String[] arguments) throws Exception {
        new CompareFiles(Path.of(arguments[0])).run(Integer.parseInt(arguments[1]), System.out);
    }

    private void run(int rounds, PrintStream out) throws IOException, InterruptedException, ExecutionException {
        var rules = rules();
        var began = System.nanoTime();
        var persons = register();
        out.printf("keys %d %d%n", persons.size(), millis(began));
        for (var round = 0; round < rounds; round++) {
            lines.clear();
            compare(rules, persons, out);
        }
        Files.write(folder.resolve("ours.txt"), lines);
        out.printf("memory %s%n", peak());
    }

    private void compare(AlertRules rules, List<Person> persons, PrintStream out)
            throws InterruptedException, ExecutionException {
        var began = System.nanoTime();
        var rows = 0;
        var accepted = 0;
        try (var comparer = new Comparer("256MB", AT_ONCE, folder.resolve("spill"));
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var files = new ArrayList<Future<Judged>>();
            for (var dataset : Dataset.values()) {
                var file = folder.resolve(dataset + ".csv");
                if (Files.exists(file)) {
                    files.add(threads.submit(() -> judge(dataset, file)));
                }
            }
            persons.forEach(comparer::person);
            for (var file : files) {
                var judged = file.get();
                rows += judged.rows();
                accepted += judged.accepted();
                compare(comparer, rules, judged);
            }
        }
        out.printf("files %d %d %d%n", rows, accepted, millis(began));
    }

    /// The most memory this process ever held, in KiB, where Linux tells it.
    private static String peak() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .findFirst()
                        .orElse("0")
                : "0";
    }

    private Judged judge(Dataset dataset, Path file) throws IOException {
        var pieces = new ArrayList<byte[]>();
        var outcome = new Intake(dataset, YEAR, keys, MOST_ROWS, pieces::add).read(Files.readAllBytes(file));
        return new Judged(dataset, outcome.rows(), outcome.accepted(), pieces);
    }

    private void compare(Comparer comparer, AlertRules rules, Judged judged) {
        judged.pieces().forEach(piece -> Facts.each(piece, fact -> comparer.fact(fact, true, false)));
        comparer.hits(rules.on(ON).about(judged.dataset()), YEAR.until(), ON, false)
                .hits()
                .forEach(hit -> lines.add(String.join(
                        "|",
                        hit.rule(),
                        Long.toString(hit.household().value().getLeastSignificantBits()),
                        hit.span(),
                        Long.toString(hit.measured()))));
    }

    private List<Person> register() throws IOException {
        var persons = new ArrayList<Person>();
        var lines = Files.readAllLines(folder.resolve("register.csv"), StandardCharsets.UTF_8);
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            var id = IdNumber.of(cells[0]);
            persons.add(new Person(
                    keys.of(id),
                    MemberId.of(new UUID(2, persons.size()).toString()),
                    new HouseholdId(new UUID(1, Long.parseLong(cells[1]))),
                    "440233999999",
                    Standing.valueOf(cells[2]),
                    id.birth(),
                    null,
                    false));
        }
        return persons;
    }

    private static AlertRules rules() throws IOException {
        var sources = new YamlPropertySourceLoader().load("rules", new ClassPathResource("application.yml"));
        return new Binder(ConfigurationPropertySources.from(sources.getFirst()))
                .bind("shouwang.alert", AlertRules.class)
                .get();
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
