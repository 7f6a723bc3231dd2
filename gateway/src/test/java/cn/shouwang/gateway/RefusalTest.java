package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.shouwang.gateway.refusal.Refusals;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What is remembered of a refused attempt.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalTest {

    private static final String ID_NUMBER = "999999200001010000";

    @TempDir
    static Path folder;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Refusals.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private RunningSuite suite;

    @BeforeEach
    void start() {
        suite = RunningSuite.in(
                folder, "--shouwang.gateway.limits.user.burst=3", "--shouwang.gateway.limits.user.per-minute=1");
        lines.start();
        LOG.setLevel(Level.INFO);
        LOG.addAppender(lines);
    }

    @AfterEach
    void stop() {
        suite.close();
        LOG.detachAppender(lines);
        LOG.setLevel(null);
    }

    @Test
    void who_is_not_signed_in_is_counted_and_told_of_without_a_name_and_without_what_was_asked() {
        double before = counted("access.unauthenticated");
        suite.get("/api/monitoring/households/%s?idNumber=%s".formatted(ID_NUMBER, ID_NUMBER));
        assertThat(counted("access.unauthenticated")).isEqualTo(before + 1);
        Map<String, String> line = onlyLine();
        assertThat(line)
                .containsEntry("account", "")
                .containsEntry("method", "GET")
                .containsEntry("route", "/api/monitoring/**")
                .containsEntry("reason", "access.unauthenticated")
                .containsOnlyKeys("account", "method", "route", "reason", "from", "traceId");
        assertThat(line.get("from")).matches("[0-9a-f]{16}");
        assertThat(lines.list.toString() + line).doesNotContain(ID_NUMBER, "127.0.0.1");
    }

    @Test
    void who_is_signed_in_is_told_of_by_the_account() {
        SignedIn county = suite.signIn("county");
        lines.list.clear();
        county.postWithoutCsrfToken("/api/monitoring/households", "{\"name\":\"secret\"}");
        assertThat(onlyLine())
                .containsEntry("account", "county")
                .containsEntry("method", "POST")
                .containsEntry("reason", "access.csrf");
        lines.list.clear();
        for (int i = 0; i < 4; i++) {
            county.get("/api/employment/x");
        }
        assertThat(onlyLine())
                .containsEntry("account", "county")
                .containsEntry("route", "/api/employment/**")
                .containsEntry("reason", "gateway.rate-limited");
    }

    @Test
    void what_a_client_makes_up_makes_no_new_figure_and_no_new_route() {
        for (String path : new String[] {"/api/made-up/x", "/made/up", "/api/monitoring/public/a;b"}) {
            suite.send(suite.request(path).method("MADEUP", BodyPublishers.noBody()));
        }
        assertThat(lines.list).hasSize(3).allSatisfy(line -> assertThat(fields(line))
                .containsEntry("method", "other")
                .containsEntry("reason", "gateway.method-not-allowed"));
        assertThat(lines.list.stream().map(it -> fields(it).get("route")))
                .containsExactly("other", "other", "/api/monitoring/public/**");
        assertThat(suite.figures()).doesNotContain("made", "MADEUP");
    }

    @Test
    void one_address_does_not_fill_the_log_but_every_attempt_is_counted() {
        for (int i = 0; i < 100; i++) {
            suite.get("/me");
        }
        assertThat(counted("access.unauthenticated")).isEqualTo(100);
        assertThat(lines.list).hasSizeBetween(60, 65);
    }

    private Map<String, String> onlyLine() {
        assertThat(lines.list).hasSize(1);
        return fields(lines.list.getFirst());
    }

    private static Map<String, String> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    private double counted(String reason) {
        String figure = "shouwang_gateway_refused_total{reason=\"%s\"} ".formatted(reason);
        return suite.figures()
                .lines()
                .filter(line -> line.startsWith(figure))
                .mapToDouble(line -> Double.parseDouble(line.substring(figure.length())))
                .sum();
    }
}
