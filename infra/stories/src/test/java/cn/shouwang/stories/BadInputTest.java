package cn.shouwang.stories;

import static cn.shouwang.stories.Asking.post;
import static cn.shouwang.stories.Asking.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.county.Forms;
import cn.shouwang.bench.county.Person;
import cn.shouwang.bench.door.Answer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What must not come in does not: a problem with its code, nothing stored, nothing personal in the answer
/// and in the end nothing personal in any log file.
@ExtendWith(WholeSuite.Running.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // filled once the suite is up
class BadInputTest {

    private static final String SHUIBEI = "440233101204";
    private static final String REPORTS = "/api/monitoring/public/reports";
    private static final LocalDate DAY = LocalDate.of(2025, 5, 6);

    private final Persons persons = new Persons(2);
    private final Person somebody = persons.woman(1966);
    private final String words = "种了三亩柚子都烂在地里";
    private final List<String> personal =
            List.of(somebody.name(), somebody.phone(), somebody.idNumber(), otherCheckCharacter(), words);

    private WholeSuite suite;
    private Village village;
    private Tokens tokens;

    @BeforeAll
    void the_suite_is_up(WholeSuite whole) {
        suite = whole;
        village = new Village(whole, SHUIBEI);
        tokens = new Tokens(whole.issuer(), whole.issuersKeys());
    }

    @AfterAll
    void nothing_personal_stands_in_any_log_file() {
        var written = suite.writtenToLogFiles();
        assertThat(written).as("the log files are there").contains("Started");
        assertThat(personal).noneMatch(written::contains);
    }

    @Test
    void a_good_report_is_stored() { // else the refusals below would prove nothing
        var before = stored();
        assertThat(post(village.anyone, REPORTS, report(somebody.idNumber(), SHUIBEI))
                        .isAccepted())
                .isTrue();
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void malformed_json() {
        var torn = "{\"village\":\"" + SHUIBEI + "\",\"name\":\"" + somebody.name() + "\",";
        stopped(400, "request.malformed", () -> post(village.anyone, REPORTS, torn));
        stopped(400, "request.malformed", () -> post(village.anyone, REPORTS, somebody.name()));
        stopped(400, "request.malformed", () -> post(village.anyone, REPORTS, ""));
    }

    @Test
    void a_field_that_is_not_known() {
        var form = """
                {"village":"%s","name":"%s","phone":"%s","members":2,"reasons":["ILLNESS"],"%s":"%s"}""".formatted(SHUIBEI, somebody.name(), somebody.phone(), somebody.idNumber(), words);
        stopped(400, "request.unknown-field", () -> post(village.anyone, REPORTS, form));
    }

    @Test
    void a_field_that_is_missing_or_of_another_kind() {
        stopped(400, "request.invalid", () -> post(village.anyone, REPORTS, "{\"village\":\"" + SHUIBEI + "\"}"));
        var form = """
                {"village":"%s","name":"%s","phone":"%s","members":"%s","reasons":["ILLNESS"]}""".formatted(SHUIBEI, somebody.name(), somebody.phone(), words);
        stopped(400, "request.invalid", () -> post(village.anyone, REPORTS, form));
    }

    @Test
    void a_division_that_does_not_exist() {
        stopped(409, "division.unknown-village", () -> post(village.anyone, REPORTS, report(null, "440233101999")));
        stopped(400, "request.invalid", () -> post(village.anyone, REPORTS, report(null, "4402331012")));
    }

    @Test
    void an_id_number_whose_check_character_does_not_fit() {
        var form = report(otherCheckCharacter(), SHUIBEI);
        stopped(409, "person.id-number-check-digit", () -> post(village.anyone, REPORTS, form));
    }

    @Test
    void a_date_in_the_future() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        var form = new Forms.ClerkReport(
                "WINDOW", SHUIBEI, somebody.name(), somebody.phone(), 2, Village.RISKS, words, null, tomorrow);
        stopped(409, "report.date-ahead", () -> post(village.committee, "/api/monitoring/reports", form));
    }

    @Test
    void income_with_three_decimals() {
        var family = village.registers(persons.man(1970), persons.woman(1944), DAY);
        var its = village.opens(family, null, DAY);
        var visit = Case.visit(village, family, DAY, new BigDecimal("9000.125"));
        stopped(400, "request.invalid", () -> post(village.committee, its.path("/visit"), visit));
    }

    @Test
    void a_body_over_the_limit() {
        var form = report(null, SHUIBEI).toString() + words.repeat(100_000);
        stopped(413, "gateway.body-too-large", () -> post(village.anyone, REPORTS, form));
    }

    @Test
    void a_request_that_is_sent_again() {
        var key = UUID.randomUUID().toString();
        var form = report(somebody.idNumber(), SHUIBEI);
        var first = village.anyone.post(REPORTS, form, key);
        var before = stored();

        var again = village.anyone.post(REPORTS, form, key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(stored()).isEqualTo(before);
        stopped(422, "idempotency.key-reused", () -> village.anyone.post(REPORTS, report(null, "440233101200"), key));
    }

    @Test
    void a_token_that_is_forged_altered_unsigned_or_expired() {
        var list = "/api/monitoring/reports";
        assertThat(village.anyone.getAs(tokens.valid(), list).isAccepted())
                .as("a token of this making is good when the issuer's key signs it")
                .isTrue();
        for (var token : List.of(tokens.forged(), tokens.altered(), tokens.unsigned(), tokens.expired(), "nonsense")) {
            stopped(401, "access.bad-token", () -> village.anyone.getAs(token, list));
            var report = report(somebody.idNumber(), SHUIBEI);
            stopped(401, "access.bad-token", () -> village.anyone.postAs(token, list, report));
        }
        stopped(401, "access.unauthenticated", () -> village.anyone.get(list));
    }

    @Test
    void a_household_of_another_town() {
        var family = village.registers(persons.man(1977), persons.woman(1951), DAY);
        var elsewhere = suite.office("village-440233100200");
        stopped(404, "not-found", () -> elsewhere.get(family.path() + "/file"));
        stopped(
                403,
                "access.out-of-division",
                () -> post(elsewhere, family.path() + "/identification", new Forms.Case(null, DAY, DAY)));
    }

    @Test
    void a_household_that_nobody_registered() {
        var path = "/api/monitoring/households/" + UUID.randomUUID();
        stopped(404, "not-found", () -> village.committee.get(path + "/file"));
        stopped(
                404,
                "not-found",
                () -> post(village.committee, path + "/identification", new Forms.Case(null, DAY, DAY)));
        stopped(404, "not-found", () -> village.committee.get("/api/monitoring/households/none/file"));
    }

    /// Refused with that code, with nothing stored and nothing personal said.
    private void stopped(int status, String code, Supplier<Answer> attempt) {
        var before = stored();
        var answer = attempt.get();
        refused(answer, status, code);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("title").asString("")).matches(".*\\p{IsHan}.*");
        assertThat(stored()).isEqualTo(before);
        var told = new ArrayList<>(personal);
        told.removeIf(value -> !answer.body().contains(value));
        assertThat(told).as("personal data in the problem").isEmpty();
    }

    private long stored() {
        return suite.log().askedByCallers();
    }

    private Forms.SelfReport report(@Nullable String idNumber, String place) {
        return new Forms.SelfReport(place, somebody.name(), somebody.phone(), idNumber, 2, Village.RISKS, words, null);
    }

    /// The id number with another check character than the right one.
    private String otherCheckCharacter() {
        var number = somebody.idNumber();
        return number.substring(0, 17) + (number.endsWith("3") ? "5" : "3");
    }
}
