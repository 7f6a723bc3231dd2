package cn.shouwang.bench.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The same joins by DuckDB alone, ids in clear: it reads the files, makes ids and days alike, leaves out what
/// is there twice, joins and applies the rules that the service's settings have for these datasets, written
/// here by hand. It judges nothing: an id with a wrong check character is nobody's on the register.
///
/// Writes `duck.txt`, a line for each hit as the service's side does, and to its output how long each round
/// took.
final class DuckAlone {

    private static final String CHECK = """
        CREATE MACRO check_of(s) AS substr('10X98765432', 1 + (7*s[1]::INT + 9*s[2]::INT + 10*s[3]::INT + 5*s[4]::INT
            + 8*s[5]::INT + 4*s[6]::INT + 2*s[7]::INT + s[8]::INT + 6*s[9]::INT + 3*s[10]::INT + 7*s[11]::INT
            + 9*s[12]::INT + 10*s[13]::INT + 5*s[14]::INT + 8*s[15]::INT + 4*s[16]::INT + 2*s[17]::INT) % 11, 1)\
        """;

    private static final String ANYONE = "1, 1, 1";
    private static final String MONTH = "strftime(day, '%Y-%m')";
    private static final String YEAR = "strftime(day, '%Y')";

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    private DuckAlone(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        new DuckAlone(Path.of(arguments[0])).run(Integer.parseInt(arguments[1]));
    }

    private void run(int rounds) throws IOException, SQLException {
        for (var round = 0; round < rounds; round++) {
            lines.clear();
            var settings = new Properties();
            settings.setProperty("threads", "2");
            settings.setProperty("preserve_insertion_order", "false");
            try (var database = DriverManager.getConnection("jdbc:duckdb:", settings)) {
                execute(database, CHECK);
                execute(database, """
                    CREATE TABLE person AS SELECT *, strptime(substr(id, 7, 8), '%%Y%%m%%d')::DATE AS born
                    FROM read_csv('%s', header = true, columns = {'id': 'VARCHAR', 'household': 'INTEGER', 'standing': 'VARCHAR'})\
                    """.formatted(folder.resolve("register.csv")));
                var began = System.nanoTime();
                compare(database);
                System.out.printf("files 0 0 %d%n", (System.nanoTime() - began) / 1_000_000);
            }
        }
        Files.write(folder.resolve("duck.txt"), lines);
    }

    private void compare(Connection database) throws SQLException {
        load(database, "MEDICAL_SETTLEMENT", "结算日期", "fen(自付金额) AS measured, 就医类别 AS code, 结算单号 AS record");
        rows(database, "medical-inpatient", MONTH, "600000, 600000, 1000000", "code = '住院'");
        sums(database, "medical-outpatient", MONTH, "sum(measured)", "50000, 50000, 50000", "code = '门诊'");
        sums(database, "medical-year", YEAR, "sum(measured)", "500000, 500000, 2000000", "true");
        load(database, "SERIOUS_DISEASE", "确诊日期", "1 AS measured");
        sums(database, "serious-disease", YEAR, "count(*)", ANYONE, "true");
        load(database, "ENROLMENT", "入学日期", "1 AS measured");
        absent(database);
        load(database, "SCHOOL_COST", "缴费日期", "fen(净支出) AS measured");
        sums(database, "school-cost", YEAR, "sum(measured)", "1000001, 1000001, 1000001", "true");
        load(database, "DIBAO", "批准日期", "1 AS measured");
        sums(database, "dibao-not-monitored", YEAR, "count(*)", "NULL, 1, 1", "true");
        load(database, "DISABILITY", "发证日期", "replace(残疾等级, '级', '')::INT AS measured");
        sums(database, "disability-new", YEAR, "count(*)", ANYONE, "measured IN (1, 2)");
        load(database, "UNEMPLOYMENT", "登记日期", "1 AS measured");
        sums(database, "job-lost", MONTH, "count(*)", "1, 1, NULL", "true");
        load(database, "DANGEROUS_HOUSE", "鉴定日期", "1 AS measured, 鉴定等级 AS code");
        sums(database, "dangerous-house", YEAR, "count(*)", ANYONE, "code IN ('C', 'D')");
        load(database, "WATER_OUTAGE", "停水日期", "停水天数::INT AS measured");
        rows(database, "water-outage", MONTH, "8, 8, 8", "true");
        load(database, "DEATH", "死亡日期", "1 AS measured");
        sums(database, "member-died", YEAR, "count(*)", "1, 1, NULL", "true");
        load(database, "DISASTER_LOSS", "受灾日期", "fen(损失金额) AS measured");
        sums(database, "disaster-loss", YEAR, "sum(measured)", "500000, 500000, 1000000", "true");
        load(database, "LOAN_OVERDUE", "统计日期", "逾期天数::INT AS measured");
        rows(database, "loan-overdue", MONTH, "31, 31, 91", "true");
    }

    private void load(Connection database, String dataset, String day, String rest) throws SQLException {
        execute(database, "CREATE OR REPLACE MACRO fen(s) AS (s::DECIMAL(12, 2) * 100)::BIGINT");
        execute(database, """
            CREATE OR REPLACE TABLE fact AS SELECT DISTINCT id, day, * EXCLUDE (id, day) FROM (
                SELECT CASE WHEN length(身份证号) = 15
                        THEN substr(身份证号, 1, 6) || '19' || substr(身份证号, 7)
                            || check_of(substr(身份证号, 1, 6) || '19' || substr(身份证号, 7))
                        ELSE upper(身份证号) END AS id,
                    coalesce(try_cast(%1$s AS DATE), try_strptime(%1$s, '%%Y/%%-m/%%-d')::DATE) AS day, %2$s
                FROM read_csv('%3$s', header = true, all_varchar = true))\
            """.formatted(day, rest, folder.resolve(dataset + ".csv")));
        execute(database, """
            CREATE OR REPLACE TABLE matched AS SELECT p.household, p.standing, f.* FROM fact f JOIN person p USING (id)\
            """);
    }

    private void rows(Connection database, String rule, String span, String thresholds, String where)
            throws SQLException {
        tell(database, rule, """
            SELECT household, %s AS span, max(measured) FROM matched WHERE %s AND measured >= %s GROUP BY 1, 2\
            """.formatted(span, where, threshold(thresholds)));
    }

    private void sums(Connection database, String rule, String span, String measured, String thresholds, String where)
            throws SQLException {
        tell(database, rule, """
            SELECT household, span, max(measured) FROM (
                SELECT household, standing, id, %s AS span, %s AS measured FROM matched WHERE %s GROUP BY ALL)
            WHERE measured >= %s GROUP BY 1, 2\
            """.formatted(span, measured, where, threshold(thresholds)));
    }

    /// Children of 6 to 15 on the last day of the year.
    private void absent(Connection database) throws SQLException {
        tell(database, "out-of-school", """
            SELECT household, '2025-2', count(*) FROM person p
            WHERE born > DATE '2009-12-31' AND born <= DATE '2019-12-31'
                AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.id = p.id) GROUP BY 1\
            """);
    }

    private static String threshold(String thresholds) {
        var of = thresholds.split(", ");
        return "CASE standing WHEN 'MONITORED' THEN %s WHEN 'LIFTED' THEN %s ELSE %s END".formatted((Object[]) of);
    }

    private void tell(Connection database, String rule, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var hits = statement.executeQuery(sql)) {
            while (hits.next()) {
                lines.add(rule + "|" + hits.getLong(1) + "|" + hits.getString(2) + "|" + hits.getLong(3));
            }
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
