package cn.shouwang.bench.comparison;

import cn.shouwang.bench.IdNumbers;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A register and the twelve files beside it, of people who are none: the same for the same size.
///
/// Of a hundred rows one has an id with a wrong check character, one an id of 15 digits, one is there twice and
/// five write their day another way.
final class DepartmentFiles {

    /// A file: the dataset, its titles, and what follows id and day in a row.
    record Kind(String dataset, String titles, Rest rest) {}

    /// The cells behind the day.
    @FunctionalInterface
    interface Rest {
        String of(int row, SplittableRandom random);
    }

    static final List<Kind> KINDS = List.of(
            new Kind(
                    "MEDICAL_SETTLEMENT",
                    "结算日期,结算单号,自付金额,就医类别",
                    (row, random) ->
                            "JS" + row + "," + yuan(random, 1_200_000) + (random.nextInt(3) == 0 ? ",住院" : ",门诊")),
            new Kind("SERIOUS_DISEASE", "确诊日期,病种", (_, _) -> "肿瘤"),
            new Kind("ENROLMENT", "入学日期,学校", (_, _) -> "中心小学"),
            new Kind("SCHOOL_COST", "缴费日期,净支出", (_, random) -> yuan(random, 1_100_000)),
            new Kind("DIBAO", "批准日期,保障人数", (_, random) -> Integer.toString(random.nextInt(1, 6))),
            new Kind("DISABILITY", "发证日期,残疾等级", (_, random) -> random.nextInt(1, 5) + "级"),
            new Kind("UNEMPLOYMENT", "登记日期,原单位", (_, _) -> "某厂"),
            new Kind("DANGEROUS_HOUSE", "鉴定日期,鉴定等级", (_, random) -> List.of("A", "B", "C", "D")
                    .get(random.nextInt(4))),
            new Kind("WATER_OUTAGE", "停水日期,停水天数", (_, random) -> Integer.toString(random.nextInt(12))),
            new Kind("DEATH", "死亡日期,备注", (_, _) -> "已注销"),
            new Kind("DISASTER_LOSS", "受灾日期,损失金额", (_, random) -> yuan(random, 1_300_000)),
            new Kind("LOAN_OVERDUE", "统计日期,逾期天数", (_, random) -> Integer.toString(random.nextInt(120))));

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    private final Path folder;
    private final int persons;
    private final int rows;

    DepartmentFiles(Path folder, int persons, int rows) {
        this.folder = folder;
        this.persons = persons;
        this.rows = rows;
    }

    void write() throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve("register.csv"))) {
            out.write("id,household,standing\n");
            for (var person = 0; person < persons; person++) {
                var household = person / 4;
                var standing = household % 50 == 0 ? "MONITORED" : household % 50 < 3 ? "LIFTED" : "ORDINARY";
                out.write(IdNumbers.of(person) + "," + household + "," + standing + "\n");
            }
        }
        for (var kind : KINDS) {
            try (var out = Files.newBufferedWriter(folder.resolve(kind.dataset() + ".csv"))) {
                write(kind, out);
            }
        }
    }

    /// Everyone once, in an order that jumps; a third of them are not on the register.
    private void write(Kind kind, Writer out) throws IOException {
        var random = new SplittableRandom(kind.dataset().hashCode());
        out.write("姓名,身份证号," + kind.titles() + "\n");
        for (var row = 0; row < rows; row++) {
            var person = (int) ((long) row * 7_919 % (persons + persons / 2));
            var line = "测某," + written(person, row) + "," + day(row, random) + ","
                    + kind.rest().of(row, random) + "\n";
            out.write(line);
            if (row % 100 == 2) {
                out.write(line);
            }
        }
    }

    private static String written(int person, int row) {
        var id = IdNumbers.of(person);
        return switch (row % 100) {
            case 0 -> IdNumbers.wrong(id);
            case 1 -> id.startsWith("19", 6) ? id.substring(0, 6) + id.substring(8, 17) : id;
            default -> id;
        };
    }

    private static String day(int row, SplittableRandom random) {
        var day = NEW_YEAR.plusDays(random.nextInt(365));
        return row % 20 == 3 ? day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth() : day.toString();
    }

    private static String yuan(SplittableRandom random, int mostFen) {
        var fen = random.nextInt(mostFen);
        return String.format(Locale.ROOT, "%d.%02d", fen / 100, fen % 100);
    }
}
