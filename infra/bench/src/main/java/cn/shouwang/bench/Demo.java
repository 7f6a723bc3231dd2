package cn.shouwang.bench;

import cn.shouwang.bench.county.County;
import cn.shouwang.bench.county.Desk;
import cn.shouwang.bench.county.Ledger;
import cn.shouwang.bench.county.Load;
import cn.shouwang.bench.county.Village;
import cn.shouwang.bench.door.Caller;
import cn.shouwang.bench.door.NoAnswer;
import cn.shouwang.bench.door.Offices;
import cn.shouwang.bench.door.SignedIn;
import cn.shouwang.bench.door.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// `demo`: fills a running suite with the synthetic county, through the gateway and with the accounts
/// that `up --demo` makes.
///
/// Keys follow from the seed, so a second run with the same seed adds nothing and a broken one is
/// continued. Exit codes: 0 all was accepted, 1 something was not, 2 the command line was not understood.
public final class Demo {

    private static final int MOST_HOUSEHOLDS = 100_000;
    private static final int SHOWN = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Screen screen = new Screen();

    private Demo() {}

    /// Runs and exits with its code.
    public static void main(String[] args) {
        System.exit(new Demo().run(List.of(args)));
    }

    private int run(List<String> args) {
        try {
            var arguments = new Arguments(args, List.of("url", "passwords", "seed", "households"));
            return load(
                    arguments.text("url"),
                    Path.of(arguments.text("passwords")),
                    arguments.number("seed", 2025, 999_999_999),
                    arguments.number("households", 400, MOST_HOUSEHOLDS));
        } catch (Arguments.Misused e) {
            screen.line(String.valueOf(e.getMessage()));
            return 2;
        } catch (NoAnswer | SignedIn.Refused | Offices.Unknown | Desk.Unexpected | IllegalStateException e) {
            screen.line(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int load(String url, Path passwords, int seed, int households) {
        var began = System.nanoTime();
        var visitor = new Visitor(url);
        var offices = Offices.of(url, passwords);
        var villages = Village.all(visitor);
        screen.line("示范县：%d个村，%d户，种子%d  a synthetic county: %d villages, %d households, seed %d"
                .formatted(villages.size(), households, seed, villages.size(), households, seed));
        var ledger = new Ledger();
        var desk = new Desk(offices, visitor, ledger, PATIENCE);
        var load = new Load(new County(seed, villages).families(households), desk, screen::line);
        var failures = load.run();
        load.tally().forEach((fate, count) -> screen.line("  %5d  %s".formatted(count, fate)));
        holdings(desk, offices.of("county-officer"));
        failures.stream().limit(SHOWN).forEach(failure -> screen.line("  意外被拒 refused unexpectedly: " + failure));
        screen.line(String.format(
                Locale.ROOT,
                "示范县 demo: %d 户 households, %d 条指令 commands, %.0f s, 意外 unexpected %d",
                households,
                ledger.commands(),
                (System.nanoTime() - began) / 1e9,
                failures.size()));
        return failures.isEmpty() ? 0 : 1;
    }

    /// What the suite now holds, loaded by this run or before.
    private void holdings(Desk desk, Caller county) {
        for (var state : List.of("SUBMITTED", "ACCEPTED", "REFUSED", "WITHDRAWN", "RESULT_TOLD")) {
            holding("申报 reports " + state, desk.total(county, "/api/monitoring/reports?size=1&state=" + state));
        }
        for (var state : List.of("OPEN", "CLOSED")) {
            holding("线索 clues " + state, desk.total(county, "/api/monitoring/clues?size=1&state=" + state));
        }
        for (var state : List.of("IN_CASE", "MONITORED", "REJECTED")) {
            holding("农户 households " + state, desk.total(county, "/api/monitoring/households?size=1&state=" + state));
        }
        holding("劳动力档案 labour profiles", desk.total(county, "/api/employment/profiles?size=1"));
    }

    private void holding(String what, long count) {
        screen.line("  %5d  %s".formatted(count, what));
    }
}
