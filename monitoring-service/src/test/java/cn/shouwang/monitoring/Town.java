package cn.shouwang.monitoring;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The trial town with its three villages, and its people and offices as a story speaks of them. Everything
/// is synthetic and entered through the service's own doors, each by the office whose it is.
final class Town {

    static final String CODE = "440233999";
    static final String COUNTY = "440233";
    static final String FIRST = "440233999999";
    static final String SECOND = "440233999998";
    static final String THIRD = "440233999997";

    /// A report as the household knows it.
    record Report(String id, String number, String village) {}

    /// Whom a household consists of: id numbers by the order of entry, and whether they can work.
    record Person(String document, String relation, String labour) {}

    final Calls calls;
    final String office;
    final String county;
    final String leader;
    final String department;
    private final Map<String, String> committees = new HashMap<>();
    private final Map<String, String> secretaries = new HashMap<>();
    private int people;

    Town(Calls calls) {
        this.calls = calls;
        office = calls.token("zhen01", Role.TOWN_OFFICE, CODE);
        county = calls.token("xian01", Role.COUNTY_OFFICER, COUNTY);
        leader = calls.token("xian02", Role.COUNTY_LEADER, COUNTY);
        department = calls.token("weijian01", Role.DEPARTMENT_OFFICER, COUNTY);
        for (var village : List.of(FIRST, SECOND, THIRD)) {
            committees.put(village, calls.token("cun-" + village, Role.VILLAGE_COMMITTEE, village));
            secretaries.put(village, calls.token("shuji-" + village, Role.FIRST_SECRETARY, village));
        }
    }

    /// The token of the village's committee.
    String committee(String village) {
        return token(committees, village);
    }

    String secretary(String village) {
        return token(secretaries, village);
    }

    private static String token(Map<String, String> tokens, String village) {
        var token = tokens.get(village);
        if (token == null) {
            throw new IllegalArgumentException(village);
        }
        return token;
    }

    Person head() {
        return new Person(Ids.text(people++), "HEAD", "ORDINARY");
    }

    Person headUnableToWork() {
        return new Person(Ids.text(people++), "HEAD", "LOST");
    }

    Person relative(String relation, String labour) {
        return new Person(Ids.text(people++), relation, labour);
    }

    Report reportsByQrCode(String village) {
        return reported(calls.post("/public/reports", "", "{%s}".formatted(told(village))), village);
    }

    Report reportsThroughANeighbour(String village) {
        var delegate = "\"delegate\": {\"name\": \"测代办\", \"phone\": \"13800000002\", \"relation\": \"NEIGHBOUR\"}";
        return reported(calls.post("/public/reports", "", "{%s, %s}".formatted(told(village), delegate)), village);
    }

    Report reportsByTelephone(String village, LocalDate on) {
        var call = "\"way\": \"PHONE\", \"callerPhone\": \"0751-2250000\", \"on\": \"" + on + "\"";
        return reported(calls.post("/reports", committee(village), "{%s, %s}".formatted(told(village), call)), village);
    }

    Report reportsAtTheWindow(String village, LocalDate on) {
        var visit = "\"way\": \"WINDOW\", \"on\": \"" + on + "\"";
        return reported(
                calls.post("/reports", committee(village), "{%s, %s}".formatted(told(village), visit)), village);
    }

    private String told(String village) {
        return """
                "village": "%s", "name": "测小样", "phone": "138-0000-%04d", "members": 2, "reasons": ["ILLNESS"]\
                """.formatted(village, people++);
    }

    private static Report reported(Calls.Answer answer, String village) {
        return new Report(answer.id(), answer.json().get("trackingNumber").asString(), village);
    }

    void refuses(Report report, String reason, LocalDate on) {
        var path = "/reports/" + report.id();
        calls.post(path + "/refusal", committee(report.village()), """
                {"reason": "%s", "text": "已核实", "on": "%s"}""".formatted(reason, on))
                .accepted();
        calls.post(path + "/refusal-notice", committee(report.village()), on(on))
                .accepted();
    }

    /// Follows a report: the number of the clue it has become.
    String accepts(Report report, LocalDate on) {
        calls.post("/reports/" + report.id() + "/acceptance", committee(report.village()), on(on))
                .accepted();
        var clues = "/clues?size=200&division=" + report.village();
        return items(calls.eventually(clues, office, page -> page.toString().contains(report.id()))).stream()
                .filter(clue -> clue.path("report").asString("").equals(report.id()))
                .findFirst()
                .orElseThrow()
                .get("clue")
                .asString();
    }

    String notices(String village, LocalDate on) {
        return clue(village, committee(village), "GRASSROOTS_CHECK", on);
    }

    String isToldByADepartment(String village, LocalDate on) {
        return clue(village, department, "DEPARTMENT_DATA", on);
    }

    private String clue(String village, String token, String channel, LocalDate on) {
        return calls.post("/clues", token, """
                {"village": "%s", "channel": "%s", "risks": ["ILLNESS"], "evidence": "有人住院", "on": "%s"}""".formatted(village, channel, on)).id();
    }

    JsonNode clue(String clue) {
        return calls.get("/clues/" + clue, office);
    }

    /// What whoever holds the tracking number reads, once the report has come so far.
    JsonNode progress(Report report, String state) {
        return calls.eventually("/public/reports/" + report.number(), "", answer -> answer.get("state")
                .asString()
                .equals(state));
    }

    /// Enters a household on the register; its head comes first.
    Family registers(String village, String baseType, LocalDate on, Person... persons) {
        var members = new ArrayList<String>();
        var entries = new ArrayList<String>();
        for (var person : persons) {
            members.add(UUID.randomUUID().toString());
            entries.add("{\"member\": \"%s\", \"person\": %s}".formatted(members.getLast(), json(person)));
        }
        var household = calls.post("/households", committee(village), """
                {"village": "%s", "baseType": "%s", "members": %s, "on": "%s"}""".formatted(village, baseType, entries, on))
                .id();
        return new Family(this, village, household, members);
    }

    static String json(Person person) {
        return """
                {"name": "林守一", "document": "%s", "relation": "%s", "labour": "%s", "health": ["CHRONIC"],
                 "student": false}""".formatted(person.document(), person.relation(), person.labour());
    }

    static String on(LocalDate day) {
        return "{\"on\": \"" + day + "\"}";
    }

    static List<JsonNode> items(JsonNode page) {
        return page.get("items").valueStream().toList();
    }
}
