package cn.shouwang.bench.drill.intruder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import cn.shouwang.bench.drill.intruder.Finding.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A judge that finds nothing proves nothing: everything it is there for is put before it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgeTest {

    private static final String VILLAGE = "440233101203";
    private static final String NAME = "亓官示龘";
    private static final String ID_NUMBER = "99999919700506121X";
    private static final String REVEALED = "澹台示燚";
    private static final String NUMBER = "0ABC1234DEFG5678";
    private static final String MASKED = "亓**龘";
    private static final String WORDS = "qzvwkxhjpfmtyb";
    private static final String HOUSEHOLD = "19cff4f2-544b-4b46-8614-ea12daa626b3";

    private static final Intruder COUNTY = new Intruder("county-officer", "440233", true, "", "", "");
    private static final Intruder SISTER = new Intruder("village-440233101200", "440233101200", true, "", "", "");
    private static final Intruder BANK = new Intruder("bank-officer", "440233", false, "", "", "");

    private static final Door GATEWAY = new Door("gateway", 1, "/api/monitoring", true);

    private final Judge judge = new Judge(List.of(
            Marker.whole(VILLAGE, "the name", NAME),
            Marker.whole(VILLAGE, "the id number", ID_NUMBER),
            Marker.masked(VILLAGE, "the masked name", MASKED),
            Marker.words(VILLAGE, "the words", WORDS),
            Marker.id(VILLAGE, "the id", HOUSEHOLD),
            Marker.number(VILLAGE, "the number", NUMBER),
            Marker.number(VILLAGE, "the number told", "0ABC-1234-TOLD-0000").shownTo(SISTER.account()),
            Marker.whole(VILLAGE, "the name that was revealed", REVEALED).shownTo(COUNTY.account())));

    @Test
    void what_is_refused_in_the_form_of_problems_is_in_order() {
        assertThat(findings(SISTER, problem(404, ""))).isEmpty();
    }

    @Test
    void a_planted_person_is_found_in_a_body_and_in_a_header() {
        assertThat(kinds(SISTER, problem(404, NAME))).containsExactly(Kind.LEAKED);
        assertThat(kinds(SISTER, problem(404, ID_NUMBER))).containsExactly(Kind.LEAKED);
        var header = "HTTP/1.1 404 x\r\nContent-Type: application/problem+json\r\nX-Who: " + ID_NUMBER + "\r\n\r\n{}";
        assertThat(kinds(SISTER, header)).containsExactly(Kind.LEAKED);
    }

    @Test
    void nobody_is_shown_a_person_in_full() {
        assertThat(kinds(COUNTY, ok(NAME), answered(COUNTY))).containsExactly(Kind.LEAKED);
    }

    @Test
    void what_was_revealed_is_for_the_account_it_was_revealed_to_and_for_no_other() {
        assertThat(kinds(COUNTY, ok(REVEALED), answered(COUNTY))).isEmpty();
        for (var caller : List.of(SISTER, BANK, Intruder.nobody())) {
            assertThat(kinds(caller, ok(REVEALED), answered(caller))).containsExactly(Kind.LEAKED);
        }
    }

    @Test
    void the_number_of_a_report_is_for_whoever_names_it_and_for_who_took_it_by_phone() {
        assertThat(kinds(SISTER, ok("0ABC-1234-TOLD-0000"), answered(SISTER))).isEmpty();
        assertThat(kinds(COUNTY, ok("0ABC-1234-TOLD-0000"), answered(COUNTY))).containsExactly(Kind.LEAKED);
        assertThat(kinds(COUNTY, ok(NUMBER), answered(COUNTY))).containsExactly(Kind.LEAKED);
        var asked = Attack.answered(Family.PUBLIC, COUNTY, Request.get(GATEWAY, "/public/reports/" + NUMBER));
        assertThat(kinds(COUNTY, ok(NUMBER), asked)).isEmpty();
    }

    @Test
    void masked_rows_and_words_are_for_the_offices_of_the_place() {
        for (var text : List.of(MASKED, WORDS, HOUSEHOLD)) {
            assertThat(kinds(COUNTY, ok(text), answered(COUNTY))).isEmpty();
            assertThat(kinds(SISTER, ok(text), answered(SISTER))).containsExactly(Kind.LEAKED);
            assertThat(kinds(BANK, ok(text), answered(BANK))).containsExactly(Kind.LEAKED);
            assertThat(kinds(Intruder.nobody(), ok(text), answered(Intruder.nobody())))
                    .containsExactly(Kind.LEAKED);
        }
    }

    @Test
    void an_id_that_the_caller_named_is_no_news() {
        var asked = Attack.refused(Family.IDS, SISTER, Request.get(GATEWAY, "/households/" + HOUSEHOLD + "/file"));
        assertThat(kinds(SISTER, problem(404, HOUSEHOLD), asked)).isEmpty();
        assertThat(kinds(SISTER, problem(404, HOUSEHOLD))).containsExactly(Kind.LEAKED);
    }

    @Test
    void disguises_are_seen_through() {
        var utf8 = NAME.getBytes(StandardCharsets.UTF_8);
        var disguised = List.of(
                URLEncoder.encode(NAME, StandardCharsets.UTF_8),
                "\\u4e93\\u5b98\\u793a\\u9f98",
                "\\u4E93\\u5B98\\u793A\\u9F98",
                "&#20115;&#23448;&#31034;&#40856;",
                HexFormat.of().formatHex(utf8),
                Base64.getEncoder().encodeToString(utf8),
                Base64.getEncoder().encodeToString(("a" + NAME + "b").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("ab" + NAME + "cd").getBytes(StandardCharsets.UTF_8)));
        assertThat(disguised).allSatisfy(text -> assertThat(kinds(SISTER, problem(404, text)))
                .containsExactly(Kind.LEAKED));
        var sixteen = new String(NAME.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
        assertThat(judge.planted(SISTER, "", sixteen)).hasSize(1);
    }

    @Test
    void a_packed_body_is_unpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(NAME.getBytes(StandardCharsets.UTF_8));
        }
        var body = packed.toString(StandardCharsets.ISO_8859_1);
        var answer =
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        assertThat(judge.findings(answered(SISTER), raw(answer), null))
                .extracting(Finding::kind)
                .containsExactly(Kind.LEAKED);
    }

    @Test
    void a_chunk_border_hides_nothing() {
        var whole = Request.utf8(NAME);
        var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n" + whole.substring(0, 5) + "\r\n"
                + Integer.toHexString(whole.length() - 5) + "\r\n" + whole.substring(5) + "\r\n0\r\n\r\n";
        assertThat(judge.findings(answered(SISTER), raw(chunked), null))
                .extracting(Finding::kind)
                .containsExactly(Kind.LEAKED);
    }

    @Test
    void a_second_answer_on_the_connection_is_judged_too() {
        var second = "HTTP/1.1 404 x\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}"
                + "HTTP/1.1 502 x\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(kinds(SISTER, second)).containsExactly(Kind.FAULT);
    }

    @Test
    void a_status_from_500_on_is_a_fault() {
        assertThat(kinds(SISTER, problem(500, ""))).containsExactly(Kind.FAULT);
        assertThat(kinds(SISTER, problem(503, ""))).containsExactly(Kind.FAULT);
    }

    @Test
    void what_had_to_be_refused_and_was_not_is_let_in() {
        assertThat(kinds(SISTER, ok("{}"))).containsExactly(Kind.LET_IN);
        assertThat(kinds(SISTER, ok("{}"), answered(SISTER))).isEmpty();
    }

    @Test
    void the_inside_of_the_software_leaks() {
        for (var text : List.of(
                "at cn.shouwang.monitoring.household.Household.on(Household.java:12)",
                "java.lang.NullPointerException",
                "Apache Tomcat/11.0.22",
                "com.mongodb.MongoCommandException",
                "/home/shouwang/data",
                "Cannot construct instance of `tools.jackson.databind.JsonNode`",
                "Whitelabel Error Page")) {
            assertThat(kinds(SISTER, problem(400, text))).as(text).containsExactly(Kind.LEAKED);
        }
    }

    @Test
    void what_random_letters_happen_to_spell_is_no_inside() {
        var sent =
                "HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:1/oauth2/authorize?state=%s&nonce=aXjDK4bJdk2_-5jdk1\r\n\r\n";
        assertThat(kinds(SISTER, sent.formatted("4kP-jDK4_aaaaaaaa%3D"))).isEmpty();
        assertThat(kinds(SISTER, sent.formatted("jdk25.0.1+9"))).containsExactly(Kind.LEAKED);
    }

    @Test
    void an_error_is_a_problem() {
        var page = "HTTP/1.1 400 x\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\nno!";
        assertThat(kinds(SISTER, page)).containsExactly(Kind.FORM);
        var bare = "HTTP/1.1 400 x\r\nContent-Length: 0\r\n\r\n";
        assertThat(kinds(SISTER, bare)).isEmpty();
        var forbidden = "HTTP/1.1 403 x\r\nContent-Length: 0\r\n\r\n";
        assertThat(kinds(SISTER, forbidden)).containsExactly(Kind.FORM);
    }

    @Test
    void no_answer_is_in_order_only_where_that_is_allowed() {
        assertThat(kinds(SISTER, "")).containsExactly(Kind.FORM);
        assertThat(kinds(SISTER, "", refused(SISTER).leaving(Leave.CLOSE))).isEmpty();
        var silent = Seen.of(new byte[0], true, Duration.ofSeconds(20), false);
        assertThat(judge.findings(refused(SISTER).leaving(Leave.CLOSE), silent, null))
                .extracting(Finding::kind)
                .containsExactly(Kind.FORM);
        assertThat(judge.findings(refused(SISTER).leaving(Leave.SILENCE), silent, null))
                .isEmpty();
    }

    @Test
    void a_difference_to_what_is_not_there_tells() {
        var asked = refused(SISTER).like(Request.get(GATEWAY, "/households/none/file"));
        assertThat(kinds(asked, problem(404, ""), problem(404, ""))).isEmpty();
        assertThat(kinds(asked, problem(403, ""), problem(404, ""))).containsExactly(Kind.LEAKED);
        assertThat(kinds(asked, problem(404, "not yours"), problem(404, "not there")))
                .containsExactly(Kind.LEAKED);
    }

    @Test
    void a_trace_id_tells_nothing() {
        var asked = refused(SISTER).like(Request.get(GATEWAY, "/households/none/file"));
        assertThat(kinds(asked, problem(404, "\"traceId\":\"1\""), problem(404, "\"traceId\":\"2\"")))
                .isEmpty();
    }

    @Test
    void a_text_that_had_to_stay_out_is_found() {
        assertThat(kinds(SISTER, problem(400, "9801547"), refused(SISTER).without("9801547")))
                .containsExactly(Kind.LEAKED);
    }

    private List<Kind> kinds(Intruder caller, String answer) {
        return kinds(caller, answer, refused(caller));
    }

    private List<Kind> kinds(Intruder caller, String answer, Attack attack) {
        assertThat(attack.by()).isEqualTo(caller);
        return judge.findings(attack, seen(answer), null).stream()
                .map(Finding::kind)
                .toList();
    }

    private List<Kind> kinds(Attack attack, String answer, String twin) {
        return judge.findings(attack, seen(answer), seen(twin)).stream()
                .map(Finding::kind)
                .toList();
    }

    private List<Finding> findings(Intruder caller, String answer) {
        return judge.findings(refused(caller), seen(answer), null);
    }

    private static Attack refused(Intruder caller) {
        return Attack.refused(Family.IDS, caller, Request.get(GATEWAY, "/households"));
    }

    private static Attack answered(Intruder caller) {
        return Attack.answered(Family.IDS, caller, Request.get(GATEWAY, "/households"));
    }

    private static String problem(int status, String text) {
        return "HTTP/1.1 " + status + " x\r\nContent-Type: application/problem+json\r\n\r\n{" + text + "}";
    }

    private static String ok(String text) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + text;
    }

    private static Seen seen(String answer) {
        return Seen.of(answer.getBytes(StandardCharsets.UTF_8), false, Duration.ZERO, false);
    }

    private static Seen raw(String answer) {
        return Seen.of(answer.getBytes(StandardCharsets.ISO_8859_1), false, Duration.ZERO, false);
    }
}
