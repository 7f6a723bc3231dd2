package cn.shouwang.identity;

import static cn.shouwang.identity.RunningIdentity.CALLBACK;
import static cn.shouwang.identity.RunningIdentity.claims;
import static cn.shouwang.identity.RunningIdentity.json;
import static cn.shouwang.identity.UsersFileTest.entry;
import static cn.shouwang.identity.UsersFileTest.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A grant from its proposal to its end, over HTTP: what the administrators do, and what it means for who
/// signs in.
@SuppressWarnings("NullAway.Init") // before all
class GrantFlowTest {

    private static final String PASSWORD = "correct horse";
    private static final String ENCODED = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final String REASON = "{\"reason\":\"岗位调整\"}";
    private static final int CLERKS = 16;
    private static final AtomicInteger USED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static RunningIdentity identity;
    private static JsonNode system;
    private static JsonNode security;
    private static JsonNode audit;
    private static JsonNode auditor;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final String clerk = "clerk-" + USED.incrementAndGet();

    @BeforeAll
    static void start() throws IOException {
        var users = new ArrayList<>(List.of(
                entry("system", ENCODED, "SYSTEM_ADMIN", "440233", "系统管理员"),
                entry("security", ENCODED, "SECURITY_ADMIN", "440233", "安全管理员"),
                entry("audit", ENCODED, "AUDIT_ADMIN", "440233", "审计管理员"),
                entry("auditor", ENCODED, "AUDITOR", "440233", "审计人员"),
                entry("secretary", ENCODED, "TOWN_PARTY_SECRETARY", "440233101", "镇党委书记")));
        for (var n = 1; n <= CLERKS; n++) {
            users.add("{\"username\":\"clerk-%d\",\"password\":\"%s\",\"name\":\"经办人\"}".formatted(n, ENCODED));
        }
        Files.writeString(folder.resolve("users.json"), file(users.toArray(String[]::new)));
        begin();
    }

    private static void begin() {
        identity = RunningIdentity.in(folder);
        system = identity.tokensOf("system", PASSWORD);
        security = identity.tokensOf("security", PASSWORD);
        audit = identity.tokensOf("audit", PASSWORD);
        auditor = identity.tokensOf("auditor", PASSWORD);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void an_office_is_proposed_confirmed_signed_in_in_and_taken_back() {
        open();
        var grant = id(propose("TOWN_OFFICE", "440233101", today, null));
        assertThat(identity.signIn(clerk, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(json(confirm(grant)).path("id").stringValue()).isEqualTo(grant);

        var tokens = identity.tokensOf(clerk, PASSWORD);
        var access = claims(tokens, "access_token");
        assertThat(access.path("sub").stringValue()).isEqualTo(clerk);
        assertThat(access.path("role").stringValue()).isEqualTo("TOWN_OFFICE");
        assertThat(access.path("division").stringValue()).isEqualTo("440233101");
        assertThat(access.path("grant").stringValue()).isEqualTo(grant);
        assertThat(access.has("standing_in_for")).isFalse();
        assertThat(identity.refresh(tokens).statusCode()).isEqualTo(200);

        assertThat(identity.tell(security, "/grants/" + grant + "/revoke", REASON)
                        .statusCode())
                .isEqualTo(200);
        assertInvalidGrant(identity.refresh(tokens));
        awaitSignedOut();
    }

    @Test
    void before_its_first_day_and_before_it_is_confirmed_no_office_is_granted() {
        open();
        var proposed = id(propose("TOWN_OFFICE", "440233101", today, null));
        var later = id(propose("TOWN_OFFICE", "440233102", today.plusDays(1), null));
        confirm(later);
        identity.forgetCookies();
        identity.signIn(clerk, PASSWORD);
        assertThat(location(identity.authorize())).endsWith("/office");
        var page = identity.get("/office");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("目前没有可用的岗位", "<html lang=\"zh-CN\">").doesNotContain("<button");
        assertThat(identity.choose(proposed).statusCode()).isEqualTo(403);
        assertThat(identity.choose(later).statusCode()).isEqualTo(403);
        assertThat(location(identity.authorize())).endsWith("/office");
    }

    @Test
    void who_has_several_offices_chooses_one_for_the_sign_in() {
        open();
        var one = id(propose("TOWN_OFFICE", "440233101", today, null));
        var two = id(propose("TOWN_OFFICE", "440233102", today, today.plusDays(9)));
        confirm(one);
        confirm(two);
        identity.forgetCookies();
        identity.signIn(clerk, PASSWORD);
        assertThat(location(identity.authorize())).endsWith("/office");
        var page = identity.get("/office");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("镇乡村振兴办公室 · 440233101", "镇乡村振兴办公室 · 440233102", one, two)
                .doesNotContain("<script", "style=", "http");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));

        assertThat(location(identity.choose(two))).contains("/oauth2/authorize?");
        var tokens = identity.tokens();
        assertThat(claims(tokens, "access_token").path("grant").stringValue()).isEqualTo(two);
        assertThat(claims(json(identity.refresh(tokens)), "access_token")
                        .path("division")
                        .stringValue())
                .isEqualTo("440233102");
        assertThat(claims(identity.tokens(), "access_token").path("grant").stringValue())
                .as("the choice lasts for the sign-in")
                .isEqualTo(two);
    }

    @Test
    void a_foreign_grant_is_no_choice_and_the_form_needs_its_token() {
        open();
        confirm(id(propose("TOWN_OFFICE", "440233101", today, null)));
        confirm(id(propose("TOWN_OFFICE", "440233102", today, null)));
        identity.forgetCookies();
        identity.signIn(clerk, PASSWORD);
        var foreign = claims(security, "access_token").path("grant").stringValue();
        assertThat(identity.choose(foreign).statusCode()).isEqualTo(403);
        assertThat(identity.choose("nonsense").statusCode()).isEqualTo(403);
        assertThat(identity.post("/office", Map.of("grant", foreign)).statusCode())
                .isEqualTo(403);
        assertThat(location(identity.authorize())).endsWith("/office");
    }

    @Test
    void a_stand_in_signs_in_in_the_name_of_the_office() {
        open();
        var secretary = identity.tokensOf("secretary", PASSWORD);
        var proposed = identity.tell(secretary, "/stand-ins", """
                {"account":"%s","standingInFor":"secretary","role":"TOWN_PARTY_SECRETARY","division":"440233101",
                 "from":"%s","until":"%s","reason":"党校学习"}""".formatted(clerk, today, today.plusDays(59)));
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        assertThat(confirm(id(proposed)).statusCode()).isEqualTo(200);

        var tokens = identity.tokensOf(clerk, PASSWORD);
        var access = claims(tokens, "access_token");
        assertThat(access.path("sub").stringValue()).isEqualTo(clerk);
        assertThat(access.path("role").stringValue()).isEqualTo("TOWN_PARTY_SECRETARY");
        assertThat(access.path("standing_in_for").stringValue()).isEqualTo("secretary");
        assertThat(json(identity.ask(auditor, "/grants/" + id(proposed)))
                        .path("standingInFor")
                        .stringValue())
                .isEqualTo("secretary");
    }

    @Test
    void who_has_left_has_no_stand_in() {
        open();
        var holder = "clerk-" + USED.incrementAndGet();
        identity.tell(system, "/accounts", "{\"account\":\"%s\",\"kind\":\"PERSON\"}".formatted(holder));
        var held = identity.tell(security, "/grants", """
                {"account":"%s","role":"TEAM_LEADER","division":"440233101","from":"%s","reason":"新到岗"}""".formatted(holder, today));
        confirm(id(held));
        var proposed = identity.tell(security, "/stand-ins", """
                {"account":"%s","standingInFor":"%s","role":"TEAM_LEADER","division":"440233101",
                 "from":"%s","until":"%s","reason":"探亲"}""".formatted(clerk, holder, today, today));
        confirm(id(proposed));
        var tokens = identity.tokensOf(clerk, PASSWORD);
        identity.tell(security, "/accounts/" + holder + "/lock", REASON);
        assertThat(identity.refresh(tokens).statusCode()).isEqualTo(200);
        identity.tell(system, "/accounts/" + holder + "/close", REASON);
        assertInvalidGrant(identity.refresh(tokens));
    }

    @Test
    void an_account_that_is_locked_or_closed_gets_no_further_token() {
        open();
        confirm(id(propose("TOWN_OFFICE", "440233101", today, null)));
        var tokens = identity.tokensOf(clerk, PASSWORD);
        identity.tell(security, "/accounts/" + clerk + "/lock", REASON);
        assertInvalidGrant(identity.refresh(tokens));
        awaitSignedOut();
        identity.signIn(clerk, PASSWORD);
        assertThat(location(identity.authorize())).endsWith("/office");
        assertThat(identity.get("/office").statusCode()).isEqualTo(403);

        identity.tell(security, "/accounts/" + clerk + "/unlock", REASON);
        assertThat(location(identity.get("/office")))
                .as("the only office is not asked for")
                .contains("/oauth2/authorize?");
        var again = identity.tokensOf(clerk, PASSWORD);
        assertThat(identity.refresh(again).statusCode()).isEqualTo(200);
        identity.tell(system, "/accounts/" + clerk + "/close", REASON);
        assertInvalidGrant(identity.refresh(again));
        assertThat(json(identity.tell(security, "/accounts/" + clerk + "/unlock", REASON))
                        .path("code")
                        .stringValue())
                .isEqualTo("account.closed");
    }

    @Test
    void what_is_incompatible_is_refused_in_chinese() {
        open();
        confirm(id(propose("TOWN_OFFICE", "440233101", today, null)));
        var refused = propose("COUNTY_OFFICER", "440233", today.plusDays(40), null);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("grant.incompatible", "不相容的岗位");
    }

    @Test
    void each_administrator_does_their_own_part_only() {
        open();
        var grant = id(propose("TOWN_OFFICE", "440233101", today, null));
        var account = "{\"account\":\"another\",\"kind\":\"PERSON\"}";
        assertThat(identity.tell(security, "/accounts", account).statusCode()).isEqualTo(403);
        assertThat(identity.tell(audit, "/accounts", account).statusCode()).isEqualTo(403);
        for (var other : List.of(system, audit, auditor)) {
            assertThat(propose(other, "TOWN_OFFICE", "440233101", today, null).statusCode())
                    .isEqualTo(403);
            assertThat(identity.tell(other, "/grants/" + grant + "/revoke", REASON)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(identity.tell(other, "/accounts/" + clerk + "/lock", REASON)
                            .statusCode())
                    .isEqualTo(403);
        }
        for (var other : List.of(system, security, auditor)) {
            assertThat(identity.tell(other, "/grants/" + grant + "/confirm", "").statusCode())
                    .isEqualTo(403);
            assertThat(identity.tell(other, "/grants/" + grant + "/refuse", REASON)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(identity.tell(security, "/accounts/" + clerk + "/close", REASON)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void who_grants_checks_and_audits_reads_and_nobody_else() {
        open();
        var grant = id(propose("TOWN_OFFICE", "440233101", today, null));
        confirm(grant);
        var clerksTokens = identity.tokensOf(clerk, PASSWORD);
        var paths = List.of(
                "/accounts",
                "/accounts/" + clerk,
                "/accounts/" + clerk + "/history",
                "/grants",
                "/grants/" + grant,
                "/grants?account=" + clerk + "&inForceOn=" + today);
        for (var path : paths) {
            assertThat(identity.ask(security, path).statusCode()).as(path).isEqualTo(200);
            assertThat(identity.ask(audit, path).statusCode()).as(path).isEqualTo(200);
            assertThat(identity.ask(auditor, path).statusCode()).as(path).isEqualTo(200);
            assertThat(identity.ask(system, path).statusCode()).as(path).isEqualTo(403);
            assertThat(identity.ask(clerksTokens, path).statusCode()).as(path).isEqualTo(403);
            assertThat(identity.get(path).statusCode())
                    .as("a session is no token: %s", path)
                    .isEqualTo(401);
        }
        assertThat(identity.ask(auditor, "/accounts/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void an_id_token_does_not_pass_for_an_access_token() {
        var wrong = JsonMapper.shared()
                .createObjectNode()
                .put("access_token", security.path("id_token").stringValue());
        assertThat(identity.ask(wrong, "/accounts").statusCode()).isEqualTo(401);
    }

    @Test
    void the_history_says_who_did_what_and_a_restart_keeps_it_all() {
        open();
        var grant = id(propose("TOWN_OFFICE", "440233101", today, null));
        confirm(grant);
        identity.close();
        begin();
        assertThat(claims(identity.tokensOf(clerk, PASSWORD), "access_token")
                        .path("grant")
                        .stringValue())
                .isEqualTo(grant);
        var history =
                json(identity.ask(auditor, "/accounts/" + clerk + "/history")).path("items");
        assertThat(history.valueStream()
                        .map(line -> line.path("what").stringValue() + " by "
                                + line.path("by").stringValue()))
                .containsExactly("grant.confirmed by audit", "grant.proposed by security", "account.opened by system");
        var imported = json(identity.ask(auditor, "/accounts/audit/history")).path("items");
        assertThat(imported.valueStream().map(line -> line.path("what").stringValue()))
                .as("taken over once")
                .containsExactly("account.opened", "grant.imported");
        assertThat(json(identity.ask(auditor, "/grants?account=" + clerk + "&inForceOn=" + today.minusDays(1)))
                        .path("total")
                        .intValue())
                .isZero();
    }

    @Test
    void wrong_passwords_until_the_wait_are_noted() {
        open();
        identity.forgetCookies();
        for (var n = 0; n < 7; n++) {
            identity.signIn(clerk, "guess");
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        json(identity.ask(auditor, "/accounts/" + clerk)).has("signInFailedOftenOn"))
                .isTrue());
        var history = identity.ask(auditor, "/accounts/" + clerk + "/history").body();
        assertThat(history).containsOnlyOnce("account.sign-in-failed-often").doesNotContain("127.0.0.1");
    }

    private void open() {
        var opened = identity.tell(system, "/accounts", "{\"account\":\"%s\",\"kind\":\"PERSON\"}".formatted(clerk));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    private HttpResponse<String> propose(String role, String division, LocalDate from, @Nullable LocalDate until) {
        return propose(security, role, division, from, until);
    }

    private HttpResponse<String> propose(
            JsonNode who, String role, String division, LocalDate from, @Nullable LocalDate until) {
        return identity.tell(who, "/grants", """
                {"account":"%s","role":"%s","division":"%s","from":"%s","until":%s,"reason":"新到岗"}""".formatted(
                        clerk, role, division, from, until == null ? "null" : "\"" + until + "\""));
    }

    private static HttpResponse<String> confirm(String grant) {
        return identity.tell(audit, "/grants/" + grant + "/confirm", "");
    }

    private static void assertInvalidGrant(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").stringValue()).isEqualTo("invalid_grant");
    }

    private static void awaitSignedOut() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(location(identity.authorize()))
                .doesNotStartWith(CALLBACK)
                .endsWith("/login"));
    }

    private static String id(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
        return json(accepted).path("id").stringValue();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode()));
    }
}
