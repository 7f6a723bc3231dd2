package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.county.People;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A well-formed body for every command there is, so that an attack gets past the form and meets the rules.
///
/// The persons in it are the attackers' own inventions; [#traces()] says what must not be found of them
/// where only what happened is written down.
final class Paper {

    static final String NAME = "攻示例";
    static final String PHONE = "16012345678";
    static final String ID_NUMBER = People.idNumber(LocalDate.of(1981, 2, 3), 815);

    private static final String PERSON = """
            {"name":"%s","document":"%s","relation":"OTHER","labour":"ORDINARY","health":["HEALTHY"],"student":false}\
            """.formatted(NAME, ID_NUMBER);
    private static final String TERMS = """
            {"amountYuan":9999.00,"inclusive":true,"basis":"DISPOSABLE_INCOME","documentNo":"示范1号",\
            "effectiveFrom":"2025-01-01","derivation":"示范"}""";

    private static final Map<String, String> BODIES = bodies();

    private Paper() {}

    /// What of the attackers' own words must not stand in a log file.
    static List<Marker> traces() {
        return List.of(
                Marker.whole("", "the name in an attack", NAME),
                Marker.whole("", "the phone in an attack", PHONE),
                Marker.whole("", "the id number in an attack", ID_NUMBER));
    }

    /// Whether there is a body for that command.
    static boolean knows(Endpoint endpoint) {
        return BODIES.containsKey(endpoint.path());
    }

    /// The body of that command, about `village`; an empty object for one that is not known.
    static String body(Endpoint endpoint, String village, String member) {
        return BODIES.getOrDefault(endpoint.path(), "{}")
                .replace("VILLAGE", village)
                .replace("MEMBER", member);
    }

    private static Map<String, String> bodies() {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("/public/reports", """
                {"village":"VILLAGE","name":"%s","phone":"%s","idNumber":"%s","members":2,"reasons":["ILLNESS"],\
                "text":"看病花费大"}""".formatted(NAME, PHONE, ID_NUMBER));
        bodies.put("/public/reports/{tracking}/withdrawal", "{\"phoneEnding\":\"5678\"}");
        bodies.put("/public/reports/{tracking}/photos", "");
        bodies.put("/public/progress", "{\"trackingNumber\":\"0123-4567-89AB-CDEF\"}");
        bodies.put("/public/readings", "{\"trackingNumber\":\"0123-4567-89AB-CDEF\",\"phoneEnding\":\"5678\"}");
        bodies.put("/reports/{report}/photos", "");
        bodies.put("/reports/{report}/photos/{photo}/looks", "{\"purpose\":\"VERIFICATION\"}");
        bodies.put("/reports", """
                {"way":"WINDOW","village":"VILLAGE","name":"%s","phone":"%s","members":2,"reasons":["ILLNESS"],\
                "text":"看病花费大","on":"2025-03-03"}""".formatted(NAME, PHONE));
        bodies.put("/reports/{report}/acceptance", "{\"on\":\"2025-03-04\"}");
        bodies.put("/reports/{report}/refusal", "{\"reason\":\"DUPLICATE\",\"text\":\"重复\",\"on\":\"2025-03-04\"}");
        bodies.put("/reports/{report}/refusal-notice", "{\"on\":\"2025-03-04\"}");
        bodies.put("/households", """
                {"village":"VILLAGE","baseType":"ORDINARY","address":"一组","phone":"%s",\
                "members":[{"person":%s}],"on":"2025-03-03"}""".formatted(PHONE, PERSON.replace("OTHER", "HEAD")));
        bodies.put("/households/{household}/members", "{\"person\":%s,\"on\":\"2025-03-03\"}".formatted(PERSON));
        bodies.put(
                "/households/{household}/members/{member}/correction",
                "{\"person\":%s,\"on\":\"2025-03-03\"}".formatted(PERSON));
        bodies.put("/households/{household}/members/{member}/decrease", "{\"reason\":\"DEATH\",\"on\":\"2025-03-03\"}");
        identification(bodies);
        bodies.put(
                "/lines", "{\"area\":\"VILLAGE\",\"year\":2031,\"terms\":%s,\"on\":\"2025-03-03\"}".formatted(TERMS));
        bodies.put(
                "/lines/{line}/corrections", "{\"terms\":%s,\"reason\":\"更正\",\"on\":\"2025-03-03\"}".formatted(TERMS));
        bodies.put("/clues", """
                {"village":"VILLAGE","channel":"GRASSROOTS_CHECK","name":"%s","phone":"%s","risks":["ILLNESS"],\
                "evidence":"支出明显增加","on":"2025-03-03"}""".formatted(NAME, PHONE));
        bodies.put("/clues/{clue}/assignment", "{\"office\":\"VILLAGE\",\"on\":\"2025-03-03\"}");
        bodies.put("/clues/{clue}/outcome", "{\"outcome\":\"DUPLICATE\",\"reason\":\"重复登记\",\"on\":\"2025-03-04\"}");
        console(bodies);
        bodies.put("/parked/retry", "{}");
        bodies.put("/evidence/cosignatures", "{\"note\":\"none\"}");
        bodies.put("/parked/{reader}/{subject}/retry", "");
        bodies.put("/parked/{reader}/{subject}/discard", "{\"message\":\"monitoring-1\",\"reason\":\"放弃\"}");
        bodies.put("/households/{household}/members/{member}/erasures", "{\"ground\":\"UNLAWFUL\",\"reason\":\"删除\"}");
        bodies.put("/erasures/{erasure}/approval", "");
        bodies.put("/erasures/{erasure}/refusal", "{\"reason\":\"不同意\"}");
        bodies.put("/keys/rotations", "");
        reading(bodies);
        duplicates(bodies);
        accounts(bodies);
        bodies.put("/profiles", """
                {"household":"MEMBER","member":"MEMBER","village":"VILLAGE","ability":"ORDINARY","cycle":1,\
                "on":"2025-03-03"}""");
        return Map.copyOf(bodies);
    }

    private static void reading(Map<String, String> bodies) {
        var why = "\"purpose\":\"VERIFICATION\"}";
        bodies.put("/households/{household}/reveals", "{\"field\":\"PHONE\"," + why);
        bodies.put("/households/{household}/members/{member}/reveals", "{\"field\":\"DOCUMENT\"," + why);
        bodies.put("/reports/{report}/reveals", "{\"field\":\"PHONE\"," + why);
        bodies.put("/clues/{clue}/reveals", "{\"field\":\"NAME\"," + why);
        bodies.put("/searches/persons", "{\"by\":\"DOCUMENT\",\"text\":\"%s\",".formatted(ID_NUMBER) + why);
    }

    private static void console(Map<String, String> bodies) {
        var reason = "{\"reason\":\"演练\"}";
        bodies.put("/readers/{reader}/stop", reason);
        bodies.put("/readers/{reader}/start", reason);
        for (var act : List.of("rebuild", "abandon", "switch", "roll-back")) {
            bodies.put("/views/{view}/" + act, reason);
        }
        bodies.put("/views/{view}/compare", "");
        bodies.put("/views/{view}/drop", "{\"generation\":0,\"reason\":\"演练\"}");
    }

    private static void duplicates(Map<String, String> bodies) {
        var at = "/duplicates/{duplicate}";
        var decision = "{\"reason\":\"核对\",\"on\":\"2025-03-05\"}";
        bodies.put(at + "/merge", "{\"kept\":\"MEMBER\",\"reason\":\"同一人\",\"on\":\"2025-03-05\"}");
        bodies.put(at + "/dismissal", decision);
        bodies.put(at + "/undo", decision);
    }

    private static void accounts(Map<String, String> bodies) {
        var reason = "{\"reason\":\"示范\"}";
        bodies.put("/accounts", "{\"account\":\"drill-desk\",\"kind\":\"DESK\"}");
        bodies.put("/accounts/{account}/close", reason);
        bodies.put("/accounts/{account}/lock", reason);
        bodies.put("/accounts/{account}/unlock", reason);
        bodies.put("/grants", """
                {"account":"village-440233101200","role":"COUNTY_OFFICER","division":"440233","from":"2025-03-03",\
                "reason":"示范"}""");
        bodies.put("/grants/{grant}/confirm", "");
        bodies.put("/grants/{grant}/refuse", reason);
        bodies.put("/grants/{grant}/revoke", reason);
        bodies.put("/stand-ins", """
                {"account":"village-440233101200","standingInFor":"county-officer","role":"COUNTY_OFFICER",\
                "division":"440233","from":"2025-03-03","until":"2025-03-30","reason":"示范"}""");
    }

    private static void identification(Map<String, String> bodies) {
        var at = "/households/{household}/identification";
        bodies.put(at, "{\"visitBy\":\"2025-03-06\",\"on\":\"2025-03-03\"}");
        bodies.put(at + "/visit", """
                {"visitors":[{"account":"a","title":"村委会","relativeOfHousehold":false},\
                {"account":"b","title":"第一书记","relativeOfHousehold":false}],"guarantees":{"housingProblem":false,\
                "childOutOfSchool":false,"waterProblem":false,"memberUninsured":false},"income":{"from":"2024-03-01",\
                "to":"2025-02-28","items":[]},"selfPaidYuan":0,"seen":[{"member":"MEMBER","ability":"LOST"}],\
                "on":"2025-03-04"}""");
        bodies.put(
                at + "/authorization",
                "{\"signer\":\"MEMBER\",\"how\":\"SIGNATURE\",\"filledByHelper\":false,\"on\":\"2025-03-04\"}");
        bodies.put(at + "/appraisal", """
                {"attendance":9,"inFavour":9,"against":0,"abstained":0,"conclusion":"PROPOSE","category":"MARGINAL",\
                "risks":["ILLNESS"],"minutes":"评议记录","on":"2025-03-04"}""");
        bodies.put(at + "/publicity", "{\"place\":\"公开栏\",\"notice\":\"公示\",\"on\":\"2025-03-04\"}");
        bodies.put(at + "/objections", "{\"by\":\"VILLAGER\",\"text\":\"有异议\",\"on\":\"2025-03-05\"}");
        bodies.put(
                at + "/objections/{objection}/resolution",
                "{\"outcome\":\"UPHELD\",\"explanation\":\"成立\",\"on\":\"2025-03-05\"}");
        bodies.put(at + "/publicity-end", "{\"on\":\"2025-03-20\"}");
        bodies.put(at + "/town-review", "{\"opinion\":\"同意\",\"on\":\"2025-03-21\"}");
        bodies.put(at + "/town-return", "{\"reason\":\"补充材料\",\"on\":\"2025-03-21\"}");
        bodies.put(at + "/determination", """
                {"decisionNo":"9号","category":"MARGINAL","risks":["ILLNESS"],"on":"2025-03-22"}""");
        bodies.put(at + "/rejection", "{\"reason\":\"NO_RISK\",\"explanation\":\"无风险\",\"on\":\"2025-03-22\"}");
        bodies.put(at + "/announcement", "{\"place\":\"公开栏\",\"on\":\"2025-03-23\"}");
    }
}
