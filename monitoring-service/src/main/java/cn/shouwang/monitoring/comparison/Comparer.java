package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.dataset.Fact;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// One comparison: persons and facts in, hits out. A DuckDB in memory that lives as long as this object.
///
/// It reads no file, loads no extension, and what does not fit into `memory` goes to `spill`, as keyed
/// hashes, days and amounts. Rules are compiled to statements whose every value is bound. Used by one
/// thread: persons first, then facts, then [#hits], then, if need be, other facts and their hits.
public final class Comparer implements AutoCloseable {

    private static final String PERSON = """
        CREATE TABLE person (person INTEGER, household INTEGER, key HUGEINT, standing TINYINT, born DATE,
            signed DATE, in_case BOOLEAN)\
        """;
    private static final String FACT = """
        CREATE TABLE fact (key HUGEINT, record BIGINT, day DATE, amount BIGINT, number INTEGER, code VARCHAR,
            fresh BOOLEAN, consent BOOLEAN)\
        """;

    /// A record that an earlier file told as well counts once; a fresh one counts as fresh.
    private static final String ONCE = """
        CREATE VIEW told AS SELECT key, record, any_value(day) AS day, any_value(amount) AS amount, any_value(number) AS number,
            any_value(code) AS code, bool_or(fresh) AS fresh, bool_and(consent) AS consent
        FROM fact GROUP BY key, record\
        """;
    /// Rule M5: what rests on consent is joined with those who had signed by then.
    private static final String MATCHED = """
        CREATE TABLE matched AS
        SELECT p.person, p.household, p.standing, p.in_case, f.day, f.amount, f.number, f.code, f.fresh
        FROM told f JOIN person p USING (key)
        WHERE NOT f.consent OR p.signed <= CAST(? AS DATE)\
        """;

    private final DuckDBConnection database;
    private final DuckDBAppender persons;
    private DuckDBAppender facts;
    private final List<Person> known = new ArrayList<>();
    private final Map<Object, Integer> households = new HashMap<>();
    private boolean earlier;

    /// What a comparison found: `matched` rows of the register, counted once, that the facts speak of.
    public record Found(int matched, List<Hit> hits) {}

    public Comparer(String memory, int threads, Path spill) {
        try {
            database = connect(memory, threads, spill);
            run(PERSON);
            run(FACT);
            persons = database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "person");
            facts = database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "fact");
        } catch (SQLException e) {
            throw new IllegalStateException("the comparison cannot begin", e);
        }
    }

    private static DuckDBConnection connect(String memory, int threads, Path spill) throws SQLException {
        var settings = new Properties();
        settings.setProperty("memory_limit", memory);
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("temp_directory", spill.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("preserve_insertion_order", "false");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    public void person(Person person) {
        try {
            var household = households.computeIfAbsent(person.household(), _ -> households.size());
            persons.beginRow()
                    .append(known.size())
                    .append(household.intValue())
                    .appendHugeInt(person.key().low(), person.key().high())
                    .append((byte) person.standing().code());
            day(persons, person.born());
            day(persons, person.signedOn());
            persons.append(person.inCase()).endRow();
            known.add(person);
        } catch (SQLException e) {
            throw new IllegalStateException("a person cannot be taken in", e);
        }
    }

    private static void day(DuckDBAppender rows, @Nullable LocalDate day) throws SQLException {
        if (day == null) {
            rows.appendNull();
        } else {
            rows.appendEpochDays(Math.toIntExact(day.toEpochDay()));
        }
    }

    /// `fresh` facts are those to be looked at; others only add up with them. `consent` when they may be
    /// compared only with who has signed.
    public void fact(Fact fact, boolean fresh, boolean consent) {
        try {
            facts.beginRow()
                    .appendHugeInt(fact.low(), fact.high())
                    .append(fact.record())
                    .appendEpochDays(fact.day())
                    .append(fact.amountFen())
                    .append(fact.number())
                    .append(fact.code())
                    .append(fresh)
                    .append(consent)
                    .endRow();
            earlier |= !fresh;
        } catch (SQLException e) {
            throw new IllegalStateException("a fact cannot be taken in", e);
        }
    }

    /// What the rules find as of `on`, highest rank first; `until` is the last day the fresh facts are
    /// about, `consent` whether they rest on signatures.
    public Found hits(List<AlertRule> rules, LocalDate until, LocalDate on, boolean consent) {
        try {
            persons.flush();
            facts.close();
            run(earlier ? ONCE : "CREATE VIEW told AS SELECT * FROM fact");
            try (var statement = database.prepareStatement(MATCHED)) {
                statement.setString(1, on.toString());
                statement.execute();
            }
            var hits = new ArrayList<Hit>();
            for (var rule : rules) {
                hits.addAll(new RuleQuery(rule, until, on, consent).run(database, known));
            }
            hits.sort(Hit::compare);
            var found = new Found(matched(), hits);
            forget();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the comparison failed", e);
        }
    }

    /// The persons stay; the next facts begin anew.
    private void forget() throws SQLException {
        run("DROP TABLE matched");
        run("DROP VIEW told");
        run("DELETE FROM fact");
        facts = database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "fact");
        earlier = false;
    }

    private int matched() throws SQLException {
        try (var statement = database.createStatement();
                var count = statement.executeQuery("SELECT count(DISTINCT person) FROM matched WHERE fresh")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the comparison did not end", e);
        }
    }
}
