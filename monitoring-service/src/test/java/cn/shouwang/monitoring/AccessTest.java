package cn.shouwang.monitoring;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.photo.Pictures;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.test.AccessWalk;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// Every endpoint asked by everyone, from everywhere: `access.txt` is what the service does.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTest {

    private static final String CASE = "POST /households/{household}/identification";
    private static final String HEAD = "00000000-0000-4000-8000-000000000001";
    private static final Issuer ISSUER = new Issuer();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(MonitoringService.class)
                .properties("logging.level.org.axonframework=error")
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        // asked more often here than any number is
                        "--shouwang.public.per-number-per-minute=100000",
                        "--shouwang.public.unknown-per-minute=100000",
                        "--spring.mongodb.uri=" + Servers.uri(Servers.freshDatabase()),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void everyone_meets_what_the_table_says() {
        var walk = new AccessWalk(
                service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), ISSUER);
        household(walk);
        monitored(walk);
        forgotten(walk);
        atTheWindow(walk);
        photographed(walk);
        lookedAt(walk);
        enteredTwice(walk);
        doubtful(walk);
        walk.platform("440233").walk().mustHold(12_000);
    }

    private static void household(AccessWalk walk) {
        var person =
                """
                {"name": "林守一", "document": "%s", "relation": "HEAD", "labour": "ORDINARY",
                 "health": ["CHRONIC"], "student": false}\
                """.formatted(Persons.of(Persons.MAN, Relation.HEAD).document().value());
        walk.given("POST /households", VILLAGE_COMMITTEE, """
            {"village": "%s", "baseType": "ORDINARY", "phone": "13800000000",
             "members": [{"member": "%s", "person": %s}], "on": "2025-11-01"}\
            """.formatted(AccessWalk.HOME, HEAD, person), "household")
                .variable("member", HEAD)
                .body("POST /households/{household}/members", """
                    {"person": %s, "on": "2025-11-01"}\
                    """.formatted(person))
                .body("POST /households/{household}/members/{member}/correction", """
                    {"person": %s, "on": "2025-11-01"}\
                    """.formatted(person))
                .body("POST /households/{household}/members/{member}/decrease", """
                    {"reason": "MOVED_OUT", "on": "2025-11-01"}\
                    """)
                .body("POST /households/{household}/members/{member}/description", """
                    {"profile": {"standing": {"hukouMember": true, "coResident": true}}, "on": "2025-11-01"}\
                    """)
                .body("POST /households/{household}/description", """
                    {"profile": {"marks": {"relocated": false, "martyrOrVeteran": true, "noLabourBackstop": false}},
                     "on": "2025-11-01"}\
                    """);
    }

    /// The whole way, so that the roster has a row and each step has a body that was right once.
    private static void monitored(AccessWalk walk) {
        walk.given(CASE, VILLAGE_COMMITTEE, """
            {"visitBy": "2025-11-04", "on": "2025-11-01"}\
            """)
                .given(CASE + "/visit", VILLAGE_COMMITTEE, """
                    {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                                  {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                     "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": true,
                                    "memberUninsured": false},
                     "income": {"from": "2024-11-01", "to": "2025-10-31", "items": [
                       {"block": "WAGE", "code": "local-work", "amountYuan": 11610.00, "source": "SELF_DECLARED"}]},
                     "selfPaidYuan": 3500, "seen": [{"member": "%s", "ability": "ORDINARY"}],
                     "on": "2025-11-02"}\
                    """.formatted(HEAD))
                .given(CASE + "/authorization", VILLAGE_COMMITTEE, """
                    {"signer": "%s", "how": "FINGERPRINT", "filledByHelper": true, "on": "2025-11-02"}\
                    """.formatted(HEAD))
                .given(CASE + "/appraisal", VILLAGE_COMMITTEE, """
                    {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "conclusion": "PROPOSE",
                     "category": "MARGINAL", "risks": ["ILLNESS"], "minutes": "评议01", "on": "2025-11-03"}\
                    """)
                .given(CASE + "/publicity", VILLAGE_COMMITTEE, """
                    {"place": "村务公开栏", "notice": "拟纳入监测一户，公示五天。", "on": "2025-11-04"}\
                    """)
                .given(CASE + "/objections", VILLAGE_COMMITTEE, """
                    {"by": "VILLAGER", "text": "该户有车", "on": "2025-11-05"}\
                    """)
                .variable("objection", "1")
                .given(CASE + "/objections/{objection}/resolution", VILLAGE_COMMITTEE, """
                    {"outcome": "DISMISSED", "explanation": "车辆非该户所有", "on": "2025-11-06"}\
                    """)
                .given(CASE + "/publicity-end", VILLAGE_COMMITTEE, """
                    {"on": "2025-11-09"}\
                    """)
                .body(CASE + "/town-return", """
                    {"reason": "重核", "on": "2025-11-10"}\
                    """)
                .given(CASE + "/town-review", TOWN_OFFICE, """
                    {"opinion": "同意", "on": "2025-11-10"}\
                    """)
                .body(CASE + "/rejection", """
                    {"reason": "NO_RISK", "explanation": "已无风险", "on": "2025-11-11"}\
                    """)
                .given(CASE + "/determination", COUNTY_OFFICER, """
                    {"decisionNo": "新审〔01〕", "category": "MARGINAL", "risks": ["ILLNESS"], "on": "2025-11-11"}\
                    """)
                .given(CASE + "/announcement", TOWN_OFFICE, """
                    {"place": "村务公开栏", "on": "2025-11-12"}\
                    """);
    }

    /// Refused, so that no caller's approval takes away what the others are asked about.
    private static void forgotten(AccessWalk walk) {
        walk.given("POST /households/{household}/members/{member}/erasures", COUNTY_OFFICER, """
                        {"ground": "UNLAWFUL", "reason": "试验"}\
                        """, "erasure")
                .given("POST /erasures/{erasure}/refusal", COUNTY_LEADER, """
                    {"reason": "试验"}\
                    """);
    }

    private static void lookedAt(AccessWalk walk) {
        var wish = """
                {"field": "NAME", "purpose": "CONTACT"}""";
        walk.given("POST /households/{household}/members/{member}/reveals", VILLAGE_COMMITTEE, wish)
                .same("id", "household")
                .body("POST /households/{household}/reveals", wish.replace("NAME", "PHONE"))
                .body("POST /reports/{report}/reveals", wish)
                .body("POST /clues/{clue}/reveals", wish)
                .body("POST /searches/persons", """
                        {"by": "NAME", "text": "林", "purpose": "VERIFICATION"}""");
    }

    private static void atTheWindow(AccessWalk walk) {
        var terms = """
            {"amountYuan": 11610.00, "inclusive": true, "basis": "NET_INCOME", "documentNo": "试1号",
             "effectiveFrom": "2025-01-01", "derivation": ""}\
            """;
        walk.given("POST /clues", VILLAGE_COMMITTEE, """
            {"village": "%s", "channel": "GRASSROOTS_CHECK", "name": "测线索", "risks": ["HOUSING"], "evidence": "屋顶塌了一角",
             "on": "2025-11-01"}\
            """.formatted(AccessWalk.HOME), "clue")
                .body("POST /clues/{clue}/assignment", """
                    {"office": "%s", "on": "2025-11-01"}\
                    """.formatted(AccessWalk.HOME))
                .body("POST /clues/{clue}/outcome", """
                    {"outcome": "NOT_ELIGIBLE", "reason": "收入高于监测线", "on": "2025-11-01"}\
                    """)
                .given("POST /lines", COUNTY_OFFICER, """
                    {"area": "%s", "year": 2025, "terms": %s, "on": "2025-02-01"}\
                    """.formatted(AccessWalk.HOME, terms), "line")
                .body("POST /lines/{line}/corrections", """
                    {"terms": %s, "reason": "印错", "on": "2025-02-01"}\
                    """.formatted(terms))
                .given("POST /reports", VILLAGE_COMMITTEE, """
                    {"way": "PHONE", "callerPhone": "0751-2250000", "village": "%s", "name": "测小样",
                     "phone": "138-0000-0001", "members": 4, "reasons": ["ILLNESS"], "on": "2025-11-01"}\
                    """.formatted(AccessWalk.HOME), "report")
                .body("POST /reports/{report}/acceptance", "{\"on\": \"2025-11-01\"}")
                .body("POST /reports/{report}/refusal", """
                    {"reason": "NOT_THIS_VILLAGE", "text": "户籍在邻村", "on": "2025-11-01"}\
                    """)
                .body("POST /reports/{report}/refusal-notice", "{\"on\": \"2025-11-01\"}");
    }

    /// The same person in a second household of the village: the software proposes the pair by itself.
    private static void enteredTwice(AccessWalk walk) {
        var base = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
        var clerk = ISSUER.token("clerk", VILLAGE_COMMITTEE, AccessWalk.HOME);
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(base + "/households"))
                            .header("Authorization", "Bearer " + clerk)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                                {"village": "%s", "baseType": "ORDINARY", "members": [{"person":
                                 {"name": "林守一", "document": "%s", "relation": "HEAD", "labour": "ORDINARY",
                                  "health": ["CHRONIC"], "student": false}}], "on": "2025-11-01"}\
                                """.formatted(
                                            AccessWalk.HOME,
                                            Persons.of(Persons.MAN, Relation.HEAD)
                                                    .document()
                                                    .value())))
                            .build(),
                    BodyHandlers.ofString());
            var pair = "";
            for (var tries = 0; tries < 200 && pair.isEmpty(); tries++) {
                Thread.sleep(50);
                var list = http.send(
                        HttpRequest.newBuilder(URI.create(base + "/duplicates"))
                                .header("Authorization", "Bearer " + clerk)
                                .build(),
                        BodyHandlers.ofString());
                pair = JsonMapper.shared()
                        .readTree(list.body())
                        .at("/items/0/duplicate")
                        .asString("");
            }
            walk.variable("duplicate", pair)
                    .body("POST /duplicates/{duplicate}/merge", """
                        {"kept": "%s", "reason": "同一人", "on": "2025-11-01"}\
                        """.formatted(HEAD))
                    .body("POST /duplicates/{duplicate}/dismissal", """
                        {"reason": "两个人", "on": "2025-11-01"}\
                        """)
                    .body("POST /duplicates/{duplicate}/undo", """
                        {"reason": "看错", "on": "2025-11-01"}\
                        """);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The monitored household lacks much of what the national form asks; the software finds that by itself.
    private static void doubtful(AccessWalk walk) {
        var issues = service.getBean(Views.class).lookup("quality_issues");
        await().atMost(Duration.ofSeconds(20)).until(() -> !issues.find(eq("rule", "Q14"), ascending("_id"), 1)
                .isEmpty());
        walk.variable("issue", "1")
                .body("POST /quality/issues/{household}/{issue}/assignment", """
                    {"office": "%s", "dueOn": "2099-01-01", "on": "2025-11-01"}\
                    """.formatted(AccessWalk.HOME))
                .body("POST /quality/issues/{household}/{issue}/explanation", """
                    {"reason": "已核实", "on": "2025-11-01"}\
                    """);
    }

    /// A photo is no JSON, so it is sent here; callers who are let in send something that is none.
    private static void photographed(AccessWalk walk) {
        var base = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + "/reports";
        var token = ISSUER.token("photographer", VILLAGE_COMMITTEE, AccessWalk.HOME);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
            var last = service.getBean(Log.class).head() - 1;
            var list = http.send(
                    request.copy()
                            .uri(URI.create(base))
                            .header("Log-Position", Long.toString(last))
                            .build(),
                    BodyHandlers.ofString());
            var report = JsonMapper.shared()
                    .readTree(list.body())
                    .at("/items/0/report")
                    .asString();
            var upload = request.uri(URI.create(base + "/" + report + "/photos"))
                    .header("Content-Type", "image/jpeg")
                    .POST(BodyPublishers.ofByteArray(Pictures.jpeg(3)))
                    .build();
            var answer = http.send(upload, BodyHandlers.ofString());
            var told = http.send(
                    HttpRequest.newBuilder(URI.create(base.replace("/reports", "/public/reports")))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                                {"village": "%s", "name": "测小样", "phone": "138-0000-0001", "members": 4,
                                 "reasons": ["ILLNESS"]}\
                                """.formatted(AccessWalk.HOME)))
                            .build(),
                    BodyHandlers.ofString());
            var number = JsonMapper.shared()
                    .readTree(told.body())
                    .get("trackingNumber")
                    .asString();
            walk.variable("tracking", number).body("POST /public/progress", """
                {"trackingNumber": "%s"}\
                """.formatted(number));
            walk.variable(
                            "photo",
                            JsonMapper.shared()
                                    .readTree(answer.body())
                                    .get("photo")
                                    .asString())
                    .body("POST /reports/{report}/photos", "{}")
                    .body("POST /reports/{report}/photos/{photo}/looks", """
                        {"purpose": "VERIFICATION"}\
                        """);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
