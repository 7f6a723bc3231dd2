package cn.shouwang.monitoring;

import static cn.shouwang.platform.security.Role.COUNTY_LEADER;
import static cn.shouwang.platform.security.Role.COUNTY_OFFICER;
import static cn.shouwang.platform.security.Role.DEPARTMENT_OFFICER;
import static cn.shouwang.platform.security.Role.TOWN_OFFICE;
import static cn.shouwang.platform.security.Role.VILLAGE_COMMITTEE;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static org.awaitility.Awaitility.await;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.photo.Pictures;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.messaging.InboxPolicy;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.test.AccessWalk;
import cn.shouwang.platform.test.ContractSamples;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every endpoint asked by everyone, from everywhere: `access.txt` is what the service does.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTest {

    private static final String CASE = "POST /households/{household}/identification";
    private static final String EXIT = "POST /households/{household}/removal";
    private static final String MEASURE = "00000000-0000-4000-8000-0000000000f1";
    private static final String COUNTY = "440233";
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
                        "--shouwang.public-address=https://shouwang.example",
                        // everybody listens for a moment, many at once under one name
                        "--shouwang.update.longest=100ms",
                        "--shouwang.update.per-account=100",
                        // one duty, of the county: those of the other towns would fill their lists
                        "--shouwang.duty.editions[0].from=2021-01-01",
                        "--shouwang.duty.editions[0].source=none",
                        "--shouwang.duty.editions[0].duties[0].code=allocate-duties",
                        "--shouwang.duty.editions[0].duties[0].title=none",
                        "--shouwang.duty.editions[0].duties[0].clause=C2",
                        "--shouwang.duty.editions[0].duties[0].bearers[0]=AGRICULTURE",
                        "--shouwang.duty.editions[0].duties[0].due=--03-31",
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
        paid();
        toolbox(walk);
        incentive(walk);
        duties(walk);
        awareness(walk);
        appealed(walk);
        listed(walk);
        monitored(walk);
        marked(walk);
        helped(walk);
        letGo(walk);
        visited(walk);
        forgotten(walk);
        atTheWindow(walk);
        photographed(walk);
        lookedAt(walk);
        enteredTwice(walk);
        compared(walk);
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
                .body("POST /households/{household}/members/{member}/move", """
                    {"to": "00000000-0000-4000-8000-0000000000f9", "relation": "OTHER", "on": "2025-11-01"}\
                    """)
                .body("POST /households/{household}/members/{member}/description", """
                    {"profile": {"standing": {"hukouMember": true, "coResident": true}}, "on": "2025-11-01"}\
                    """)
                .body("POST /households/{household}/base-type/dispute", """
                    {"baseType": "LIFTED", "reason": "建档时录错", "evidence": "名册", "on": "2025-11-01"}\
                    """)
                .body("POST /households/{household}/base-type/correction", "{\"on\": \"2025-11-01\"}")
                .body("POST /households/{household}/base-type/upholding", """
                    {"reason": "名册有误", "on": "2025-11-01"}\
                    """)
                .body("POST /households/{household}/description", """
                    {"profile": {"marks": {"relocated": false, "martyrOrVeteran": true, "noLabourBackstop": false}},
                     "on": "2025-11-01"}\
                    """);
    }

    /// A wage of the household's head, as the employment service tells of it.
    private static void paid() {
        try (var http = HttpClient.newHttpClient()) {
            var household = first(http, "/households", "household");
            var data = (ObjectNode) ContractSamples.sample("employment/wage-paid.v1");
            data.put("household", household).put("member", HEAD).put("village", AccessWalk.HOME);
            var type = "cn.shouwang.employment.wage-paid.v1";
            var policy = service.getBeansOfType(InboxPolicy.class).values().stream()
                    .filter(each -> each.types().contains(type))
                    .findFirst()
                    .orElseThrow();
            policy.react(
                    new Received("employment", 1, type, household, Instant.EPOCH, data),
                    (_, command, division) ->
                            service.getBean(Commands.class).sendAs(command, Actor.policy(policy.name(), division)));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A policy that suits every household, and a proposal of it, too young to be decided on that day.
    private static void toolbox(AccessWalk walk) {
        var terms = """
                {"title": "试行补助", "family": "SOCIAL", "risks": ["ILLNESS"], "eligibility": "members > 0",
                 "amountYuan": 300.00, "unit": "户", "standard": "每户300元", "documents": [], "window": "镇服务中心",
                 "from": "2025-01-01", "source": "试1号"}\
                """;
        var matches = "POST /households/{household}/matches";
        walk.given("POST /policies", TOWN_OFFICE, """
                {"division": "440233101", "terms": %s, "on": "2025-01-01"}\
                """.formatted(terms), "policy")
                .body("POST /policies/checks", """
                    {"eligibility": "members >"}\
                    """)
                .body("POST /policies/{policy}/revisions", """
                    {"terms": %s, "reason": "试验", "on": "2025-01-01"}\
                    """.formatted(terms))
                .given(matches, VILLAGE_COMMITTEE, "{}")
                .variable("proposal", "1")
                .body(matches + "/{proposal}/decline", """
                    {"reason": "ALREADY_RECEIVED", "explanation": "", "on": "2025-11-01"}\
                    """)
                .body(matches + "/{proposal}/confirmation", """
                    {"on": "2025-11-01"}\
                    """)
                .body("POST /policies/{policy}/withdrawal", """
                    {"from": "2025-01-01", "reason": "试验", "on": "2025-01-01"}\
                    """);
    }

    private static void incentive(AccessWalk walk) {
        var terms = """
                {"title": "多干多补", "unit": "WORK_MONTHS", "per": 1, "tiers": [{"from": 0, "rateFen": 100}],
                 "capFen": 10000, "from": "2025-01-01", "source": "试2号"}\
                """;
        var slip = "POST /households/{household}/incentives/{year}/";
        walk.given("POST /incentive-rules", TOWN_OFFICE, """
                {"division": "440233101", "terms": %s, "on": "2025-01-01"}\
                """.formatted(terms), "rule")
                .variable("year", "2025")
                .variable("quantity", "1")
                .body("POST /incentive-rules/{rule}/revisions", """
                    {"terms": %s, "reason": "试验", "on": "2025-01-01"}\
                    """.formatted(terms))
                .given(slip + "quantities", VILLAGE_COMMITTEE, """
                    {"unit": "WORK_MONTHS", "amount": 3, "evidence": "证明01", "on": "2025-11-01"}\
                    """)
                .given(slip + "computations", TOWN_OFFICE, "{}")
                .body(slip + "quantities/{quantity}/revocation", """
                    {"reason": "试验"}\
                    """)
                .body("POST /incentive-rules/{rule}/withdrawal", """
                    {"from": "2025-01-01", "reason": "试验", "on": "2025-01-01"}\
                    """);
    }

    /// A policy of the software assigns what was handed out.
    private static void duties(AccessWalk walk) {
        var duty = "POST /duties/{duty}/";
        walk.given("POST /duties", COUNTY_OFFICER, """
                {"county": "440233", "year": 2025, "on": "2025-02-01"}\
                """)
                .variable("duty", "duty-2025-440233-AGRICULTURE-allocate-duties")
                .place("GET /duties", "440233")
                .place("POST /duties", "440233")
                .body(duty + "report", """
                    {"evidence": "会议纪要", "on": "2025-03-01"}\
                    """)
                .body(duty + "confirmation", """
                    {"on": "2025-03-02"}\
                    """)
                .body(duty + "return", """
                    {"reason": "试验", "on": "2025-03-02"}\
                    """)
                .body(duty + "postponement", """
                    {"dueOn": "2025-12-31", "reason": "试验", "on": "2025-03-02"}\
                    """);
        Stream.of("report", "confirmation", "return", "postponement").forEach(act -> walk.place(duty + act, "440233"));
    }

    private static void awareness(AccessWalk walk) {
        walk.given("POST /trainings", VILLAGE_COMMITTEE, """
                {"division": "%s", "kind": "POLICY_AWARENESS", "topic": "政策宣传", "attendees": 30,
                 "evidence": "签到01", "on": "2025-05-01"}\
                """.formatted(AccessWalk.HOME))
                .given("POST /sheets", VILLAGE_COMMITTEE, """
                    {"village": "%s", "kind": "APPLICATION_SHEET", "households": 1, "on": "2025-05-01"}\
                    """.formatted(AccessWalk.HOME));
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
                .given("POST /households/{household}/comparison", COUNTY_OFFICER, """
                    {"ground": "household-authorization", "reference": "比对2025-11", "datasets": ["VEHICLE"],
                     "on": "2025-11-02"}\
                    """)
                .body("POST /households/{household}/authorization-withdrawal", "{\"on\": \"2025-11-03\"}")
                .body("POST /households/{household}/comparison/sparing", """
                    {"paper": "低保核对2025-031", "on": "2025-11-03"}\
                    """)
                .given("POST /households/{household}/comparison/return", COUNTY_OFFICER, """
                    {"hits": [{"dataset": "VEHICLE", "effect": "CAREFUL"}], "on": "2025-11-03"}\
                    """)
                .given("POST /households/{household}/comparison/weighing", COUNTY_OFFICER, """
                    {"ground": "车辆为经营性三轮车，已入户核实", "on": "2025-11-04"}\
                    """)
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

    /// Lists with a household that is not there: each is refused by itself, and so is who may not ask.
    private static void listed(AccessWalk walk) {
        var nobody = "\"00000000-0000-4000-8000-0000000000ee\"";
        var list = "POST /case-lists/";
        walk.body(list + "appraisal", """
                    {"attendance": 30, "minutes": "评议01", "on": "2025-11-03", "households": [
                      {"household": %s, "inFavour": 28, "against": 1, "abstained": 1,
                       "conclusion": "DO_NOT_PROPOSE"}]}\
                    """.formatted(nobody))
                .body(list + "publicity", """
                    {"place": "村务公开栏", "on": "2025-11-04", "households": [
                      {"household": %s, "notice": "拟纳入监测一户，公示五天。"}]}\
                    """.formatted(nobody))
                .body(list + "publicity-end", """
                    {"on": "2025-11-09", "households": [%s]}\
                    """.formatted(nobody))
                .body(list + "town-review", """
                    {"opinion": "同意", "on": "2025-11-10", "households": [{"household": %s}]}\
                    """.formatted(nobody))
                .body(list + "determination", """
                    {"decisionNo": "新审〔01〕", "on": "2025-11-11", "households": [
                      {"household": %s, "category": "MARGINAL", "risks": ["ILLNESS"]}]}\
                    """.formatted(nobody))
                .body(list + "announcement", """
                    {"place": "村务公开栏", "on": "2025-11-12", "households": [%s]}\
                    """.formatted(nobody));
    }

    /// A first case, which was rejected; the household appealed and waits for the answer.
    private static void appealed(AccessWalk walk) {
        var appeal = "POST /households/{household}/appeal";
        walk.given(CASE, VILLAGE_COMMITTEE, """
                    {"visitBy": "2025-10-13", "on": "2025-10-10"}\
                    """)
                .given(CASE + "/rejection", VILLAGE_COMMITTEE, """
                    {"reason": "NO_RISK", "explanation": "经核实不符合", "on": "2025-10-10"}\
                    """)
                .given(appeal, VILLAGE_COMMITTEE, """
                    {"text": "漏算了药费", "on": "2025-10-13"}\
                    """)
                .body(appeal + "/dismissal", """
                    {"explanation": "核算无误", "on": "2025-10-14"}\
                    """)
                .body(appeal + "/grant", """
                    {"explanation": "重新核实", "visitBy": "2025-10-17", "on": "2025-10-14"}\
                    """);
    }

    /// The number was entered by the village; another town's household has none.
    private static void marked(AccessWalk walk) {
        var number = "{\"number\": \"44023310120301\", \"on\": \"2025-11-12\"}";
        walk.given("POST /households/{household}/marking", VILLAGE_COMMITTEE, number)
                .body("POST /households/{household}/marking/correction", number);
    }

    private static void helped(AccessWalk walk) {
        var measure = "POST /households/{household}/measures";
        walk.given(measure, VILLAGE_COMMITTEE, """
            {"measure": "%s", "members": [], "family": "HEALTH", "subItem": "大病救治", "risk": "ILLNESS",
             "provider": "县卫健局", "start": "2025-11-12", "amountYuan": 500, "unit": "元",
             "fundingSource": "衔接资金", "on": "2025-11-12"}\
            """.formatted(MEASURE))
                .variable("measure", MEASURE)
                .body(measure + "/{measure}/approval", "{\"on\": \"2025-11-12\"}")
                .body(measure + "/{measure}/deliveries", """
                    {"amountYuan": 500, "evidence": "银行回单", "on": "2025-11-12"}\
                    """)
                .body(measure + "/{measure}/end", """
                    {"ending": "CANCELLED", "result": "试验", "on": "2025-11-12"}\
                    """)
                .body("POST /households/{household}/urgent-aid", """
                    {"reason": "房屋被冲毁", "amountYuan": 2000, "on": "2025-11-12"}\
                    """);
    }

    /// Proposed and no further: it takes half a year to come to the next steps.
    private static void letGo(AccessWalk walk) {
        walk.variable("code", "KPI01")
                .variable("table", "T1")
                .given(EXIT, VILLAGE_COMMITTEE, """
            {"mode": "BY_ASSISTANCE", "on": "2025-11-13"}\
            """)
                .body(EXIT + "/visit", """
                    {"visit": {"visitors": [{"account": "cun01", "title": "委员", "relativeOfHousehold": false},
                                            {"account": "zu01", "title": "组长", "relativeOfHousehold": true}],
                               "guarantees": {"housingProblem": false, "childOutOfSchool": false,
                                              "waterProblem": false, "memberUninsured": false},
                               "income": {"from": "2024-11-01", "to": "2025-10-31", "items": [
                                 {"block": "WAGE", "code": "local-work", "amountYuan": 21610.00, "source": "PAPER"}]},
                               "selfPaidYuan": 0, "seen": [{"member": "%s", "ability": "ORDINARY"}],
                               "on": "2025-11-14"},
                     "stableMonths": 1, "expenseSolved": true, "risksGone": ["ILLNESS"], "newRisk": false}\
                    """.formatted(HEAD))
                .body(EXIT + "/appraisal", """
                    {"attendance": 30, "inFavour": 28, "against": 1, "abstained": 1, "minutes": "评议02",
                     "on": "2025-11-15"}\
                    """)
                .body(EXIT + "/notice", """
                    {"place": "村务公开栏", "text": "拟消除风险一户，公示五天。", "on": "2025-11-16"}\
                    """)
                .body(EXIT + "/objections", """
                    {"by": "VILLAGER", "text": "仍有困难", "on": "2025-11-17"}\
                    """)
                .body(EXIT + "/objections/{objection}/resolution", """
                    {"upheld": false, "explanation": "不属实", "on": "2025-11-18"}\
                    """)
                .body(EXIT + "/notice-end", """
                    {"on": "2025-11-21"}\
                    """)
                .body(EXIT + "/town-review", """
                    {"passed": true, "opinion": "同意", "on": "2025-11-22"}\
                    """)
                .body(EXIT + "/determination", """
                    {"decisionNo": "新消〔01〕", "on": "2025-11-23"}\
                    """)
                .body(EXIT + "/drop", """
                    {"reason": "收入不稳", "on": "2025-11-23"}\
                    """)
                .body(EXIT + "/announcement", """
                    {"place": "村务公开栏", "on": "2025-11-24"}\
                    """)
                .body(EXIT + "/reversion", """
                    {"reason": "旧病复发", "on": "2025-11-25"}\
                    """);
    }

    private static void visited(AccessWalk walk) {
        var helper = """
                {"account": "bang01", "name": "林帮扶", "phone": "13800000009", "title": "第一书记",
                 "unit": "县农业农村局", "on": "2025-11-12"}\
                """;
        var visit = "00000000-0000-4000-8000-0000000000b1";
        var call = """
                {"visit": "%s", "mode": "ONSITE", "visitors": ["bang01"], "met": ["%s"],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": false,
                                "memberUninsured": false},
                 "incomeDeltaYuan": 0, "photos": [], "changes": "无变化", "at": "2025-11-13T01:30:00Z",
                 "on": "2025-11-13"}\
                """.formatted(visit, HEAD);
        walk.given("POST /households/{household}/helper", VILLAGE_COMMITTEE, helper)
                .body("POST /households/{household}/helper/replacement", helper.replace("bang01", "bang02"))
                .body("POST /households/{household}/helper/end", """
                    {"on": "2025-11-13"}\
                    """)
                .given("POST /households/{household}/visits", VILLAGE_COMMITTEE, call)
                .variable("visit", visit)
                .body("POST /households/{household}/visits/{visit}/correction", call.replace("b1\"", "b2\""));
        pictured(walk, visit);
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

    /// As for a report, what is let in and no picture is refused as such.
    private static void pictured(AccessWalk walk, String visit) {
        var token = ISSUER.token("photographer", VILLAGE_COMMITTEE, AccessWalk.HOME);
        try (var http = HttpClient.newHttpClient()) {
            var household = first(http, "/visits", "household");
            var path = "/households/" + household + "/visits/" + visit + "/photos";
            var sent = posted(http, path, token, "image/jpeg", BodyPublishers.ofByteArray(Pictures.jpeg(3)));
            var photos = "POST /households/{household}/visits/{visit}/photos";
            walk.variable(
                            "picture",
                            JsonMapper.shared().readTree(sent).get("photo").asString())
                    .body(photos, "{}")
                    .body(photos + "/{picture}/looks", """
                        {"purpose": "VERIFICATION"}\
                        """);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lookedAt(AccessWalk walk) {
        var wish = """
            {"field": "NAME", "purpose": "CONTACT"}\
            """;
        walk.given("POST /households/{household}/members/{member}/reveals", VILLAGE_COMMITTEE, wish)
                .same("id", "household")
                .body("POST /households/{household}/reveals", wish.replace("NAME", "PHONE"))
                .body("POST /reports/{report}/reveals", wish)
                .body("POST /clues/{clue}/reveals", wish)
                .body("POST /searches/persons", """
                    {"by": "NAME", "text": "林", "purpose": "VERIFICATION"}\
                    """);
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

    /// The same person in a second household of the village: the software proposes the pair by
    /// itself.
    private static void enteredTwice(AccessWalk walk) {
        var base = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
        var clerk = ISSUER.token("clerk", VILLAGE_COMMITTEE, AccessWalk.HOME);
        try (var http = HttpClient.newHttpClient()) {
            var second = http.send(
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
            // its case waits for a visit, so that the clocks have one
            posted(
                    http,
                    "/households/"
                            + JsonMapper.shared()
                                    .readTree(second.body())
                                    .get("id")
                                    .asString() + "/identification",
                    clerk,
                    "application/json",
                    "{\"visitBy\": \"2025-11-04\", \"on\": \"2025-11-01\"}");
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

    /// Two files of a department: one that alerts, and one that asks for care since the household
    /// is in a case.
    private static void compared(AccessWalk walk) {
        var document = Persons.of(Persons.MAN, Relation.HEAD).document().value();
        try (var http = HttpClient.newHttpClient()) {
            var batch = batch(http, "SERIOUS_DISEASE", "身份证号,确诊日期\n%s,2025-10-02\n,2025-10-02\n".formatted(document));
            batch(http, "VEHICLE", "身份证号,登记日期\n%s,2025-10-02\n".formatted(document));
            var alert = first(http, "/alerts?effect=ALERT", "alert");
            first(http, "/careful-checks", "alert");
            var act = "{\"on\": \"" + today() + "\"}";
            var close = "\"reason\": \"NO_RISK\", \"on\": \"" + today() + "\"}";
            var roll = enrolment(http);
            walk.variable("enrolment", roll)
                    .body("POST /enrolments", "{}")
                    .body(
                            "POST /enrolments/{enrolment}/approval",
                            "{\"digest\": \"" + "0".repeat(64) + "\", \"on\": \"" + today() + "\"}")
                    .body(
                            "POST /enrolments/{enrolment}/discard",
                            "{\"reason\": \"WRONG_FILE\", \"on\": \"" + today() + "\"}");
            Stream.of(
                            "GET /enrolments",
                            "GET /enrolments/{enrolment}",
                            "GET /enrolments/{enrolment}/errors",
                            "GET /enrolments/{enrolment}/progress")
                    .forEach(endpoint -> walk.place(endpoint, COUNTY));
            Stream.of("approval", "discard")
                    .forEach(step -> walk.place("POST /enrolments/{enrolment}/" + step, COUNTY));
            walk.variable("batch", batch)
                    .variable("alert", alert)
                    .body("POST /batches", announcement("DEATH"))
                    .body("POST /batches/{batch}/file", "{}")
                    .body("POST /batches/{batch}/approval", act)
                    .body("POST /batches/{batch}/discard", "{\"reason\": \"WRONG_FILE\", \"on\": \"" + today() + "\"}")
                    .body("POST /alerts/{alert}/dispatch", act)
                    .body("POST /alerts/{alert}/closing", "{" + close)
                    .body("POST /alerts/closings", "{\"alerts\": [\"" + alert + "\"], " + close);
            Stream.of("GET /batches", "GET /batches/{batch}", "GET /batches/{batch}/errors")
                    .forEach(endpoint -> walk.place(endpoint, COUNTY));
            Stream.of("file", "approval", "discard")
                    .forEach(step -> walk.place("POST /batches/{batch}/" + step, COUNTY));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String announcement(String dataset) {
        return """
            {"dataset": "%s", "from": "2025-10-01", "until": "2025-10-31", "ground": "minfa-2022-85",
             "reference": "试函1号", "on": "2025-11-20"}\
            """.formatted(dataset);
    }

    /// Announced and sent by a department, approved by the county; its number.
    private static String batch(HttpClient http, String dataset, String file) throws IOException, InterruptedException {
        var department = ISSUER.token("someone", DEPARTMENT_OFFICER, COUNTY);
        var announced = posted(http, "/batches", department, "application/json", announcement(dataset));
        var batch = JsonMapper.shared().readTree(announced).get("id").asString();
        posted(http, "/batches/" + batch + "/file", department, "text/csv", file);
        var leader = ISSUER.token("leader", COUNTY_LEADER, COUNTY);
        posted(http, "/batches/" + batch + "/approval", leader, "application/json", "{\"on\": \"" + today() + "\"}");
        return batch;
    }

    /// Sent by the county, with a row that is refused; its number.
    private static String enrolment(HttpClient http) throws IOException, InterruptedException {
        var officer = ISSUER.token("someone", COUNTY_OFFICER, COUNTY);
        var file = """
            户编号,行政村代码,户类型,人编号,姓名,证件号码,与户主关系,劳动技能,健康状况,在校生状况
            H1,%1$s,一般农户,P1,测某,%2$s,户主,普通劳动力,健康,
            H2,%1$s,一般农户,P2,测某,,户主,普通劳动力,健康,
            """.formatted("440233999999", Ids.text(77));
        var sent = posted(http, "/enrolments", officer, "text/csv", file);
        return JsonMapper.shared().readTree(sent).get("id").asString();
    }

    private static String posted(HttpClient http, String path, String token, String type, String body)
            throws IOException, InterruptedException {
        return posted(http, path, token, type, BodyPublishers.ofString(body));
    }

    private static String posted(HttpClient http, String path, String token, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /// The first row's field of a list that fills by itself.
    private static String first(HttpClient http, String path, String field) throws IOException, InterruptedException {
        var officer = ISSUER.token("officer", COUNTY_OFFICER, COUNTY);
        for (var tries = 0; tries < 400; tries++) {
            var list = http.send(
                    HttpRequest.newBuilder(URI.create(base() + path))
                            .header("Authorization", "Bearer " + officer)
                            .build(),
                    BodyHandlers.ofString());
            var found = JsonMapper.shared()
                    .readTree(list.body())
                    .at("/items/0/" + field)
                    .asString("");
            if (!found.isEmpty()) {
                return found;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(path + " stays empty");
    }

    private static String base() {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
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
            walk.variable("tracking", number)
                    .body("POST /public/progress", """
                {"trackingNumber": "%s"}\
                """.formatted(number))
                    .body("POST /public/readings", """
                {"trackingNumber": "%s", "phoneEnding": "0001"}\
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

    /// A file is received when it comes.
    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
