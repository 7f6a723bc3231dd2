package cn.shouwang.bench.asof;

import cn.shouwang.bench.asof.FileEvent.FileOpened;
import cn.shouwang.bench.asof.FileEvent.FileStepped;
import cn.shouwang.bench.asof.FileEvent.PersonAdded;
import cn.shouwang.bench.asof.OtherEvent.OtherNoted;
import cn.shouwang.platform.event.Placed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The events of a county that does not exist: files with an opening, three persons and eight steps each,
/// and all other events, of which each mentions a file.
record County(int files, int events) {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int PERSONS = 3;
    private static final int STEPS = 8;
    private static final int OF_A_FILE = 1 + PERSONS + STEPS;

    /// One commit: a stream, the place of its first event in it, and what happened.
    record Happened(String stream, long sequence, List<? extends Placed> events) {}

    String file(int number) {
        return uuid("file-" + number);
    }

    /// How many events are about files.
    int ofFiles() {
        return files * OF_A_FILE;
    }

    /// Round by round: every file is opened, then takes its steps between everything else.
    List<Happened> round(int round) {
        var happened = new ArrayList<Happened>();
        for (var number = 0; number < files; number++) {
            happened.add(round == 0 ? opened(number) : stepped(number, round));
        }
        var others = (events - ofFiles()) / (STEPS + 1);
        for (var number = 0; number < others; number += 8) {
            happened.add(noted(round, number, Math.min(8, others - number)));
        }
        return happened;
    }

    int rounds() {
        return STEPS + 1;
    }

    private Happened opened(int number) {
        var all = new ArrayList<Placed>();
        all.add(new FileOpened(file(number), place(number), "ORDINARY", FIRST));
        for (var person = 0; person < PERSONS; person++) {
            all.add(new PersonAdded(
                    file(number),
                    place(number),
                    uuid("person-" + number + "-" + person),
                    "测" + number,
                    person == 0 ? "HEAD" : "CHILD",
                    FIRST));
        }
        return new Happened(file(number), 0, all);
    }

    private Happened stepped(int number, int round) {
        var step = new FileStepped(
                file(number), place(number), "STEP_" + round, 100L * number + round, FIRST.plusDays(round));
        return new Happened(file(number), PERSONS + round, List.of(step));
    }

    private Happened noted(int round, int number, int count) {
        var stream = uuid("note-" + round + "-" + number);
        var all = new ArrayList<Placed>();
        for (var n = 0; n < count; n++) {
            var about = (number + n) % files;
            all.add(new OtherNoted(stream, place(about), file(about), "LOOKED_AT", FIRST.plusDays(round)));
        }
        return new Happened(stream, 0, all);
    }

    private static String place(int number) {
        return "440233%03d%03d".formatted(101 + number % 7, 201 + number % 23);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
