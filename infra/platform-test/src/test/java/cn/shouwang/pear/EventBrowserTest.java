package cn.shouwang.pear;

import static cn.shouwang.pear.Orchard.HOME;
import static cn.shouwang.pear.Orchard.SISTER;
import static cn.shouwang.pear.Orchard.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The event browser and the state of subjects, over HTTP.
class EventBrowserTest {

    private static Orchard orchard;

    @BeforeAll
    static void start() {
        orchard = new Orchard();
    }

    @AfterAll
    static void stop() {
        orchard.close();
    }

    @Test
    void every_filter_narrows_the_list_and_all_of_them_together() throws Exception {
        var from = orchard.pause();
        var pear = orchard.plant(orchard.clerk, HOME, LocalDate.of(2023, 7, 1));
        var theirs = orchard.plant(orchard.sister, SISTER, LocalDate.of(2023, 8, 1));
        orchard.water(pear, 2);
        var to = orchard.pause();
        orchard.water(pear, 3);

        assertThat(positions("about=" + pear)).hasSize(3);
        assertThat(positions("about=" + pear + "&name=pear.watered")).hasSize(2);
        assertThat(positions("about=" + pear + "&name=pear.watered&name=pear.planted"))
                .hasSize(3);
        assertThat(positions("about=" + pear + "&actor=sister")).isEmpty();
        assertThat(positions("about=" + theirs + "&actor=sister")).hasSize(1);
        assertThat(positions("about=" + pear + "&division=" + HOME)).hasSize(3);
        assertThat(positions("about=" + pear + "&division=" + SISTER)).isEmpty();
        assertThat(positions("about=" + pear + "&division=440233101")).hasSize(3);
        assertThat(positions("about=" + pear + "&division=440233102")).isEmpty();
        assertThat(positions("about=" + pear + "&division=4402")).hasSize(3);
        assertThat(positions("about=" + pear + "&recordedTo=" + to)).hasSize(2);
        assertThat(positions("about=" + pear + "&recordedFrom=" + to)).hasSize(1);
        assertThat(positions("recordedFrom=" + from + "&recordedTo=" + to)).hasSize(3);
        assertThat(positions("onFrom=2023-07-01&onTo=2023-07-01")).hasSize(1);
        assertThat(positions("onFrom=2023-07-02&onTo=2023-12-31")).hasSize(1);
        assertThat(positions("onTo=2023-07-31")).hasSize(1);
        assertThat(positions("onFrom=2023-08-01&onTo=2023-07-01")).isEmpty();
        assertThat(positions("text=" + pear.substring(0, 8))).hasSize(3);
        assertThat(positions("text=" + pear)).hasSize(3);
        assertThat(positions("text=" + theirs.substring(0, 6) + "&about=" + pear))
                .isEmpty();
        assertThat(positions("asOf=" + to + "&about=" + pear)).hasSize(2);
        var entry = list("about=" + pear).get("items").get(2);
        assertThat(positions("correlation=" + entry.get("correlation").asString()))
                .hasSize(1);
        assertThat(positions(
                        "about=%s&name=pear.planted&actor=clerk&division=%s&recordedFrom=%s&recordedTo=%s&onFrom=2023-07-01&onTo=2023-07-01&text=%s&correlation=%s"
                                .formatted(
                                        pear,
                                        HOME,
                                        from,
                                        to,
                                        pear.substring(0, 8),
                                        entry.get("correlation").asString())))
                .hasSize(1);
    }

    @Test
    void a_list_goes_on_where_it_ended() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, LocalDate.of(2025, 3, 1));
        for (var n = 0; n < 6; n++) {
            orchard.water(pear, 1);
        }
        var seen = new ArrayList<Long>();
        var next = "";
        var pages = 0;
        do {
            var page = list("about=" + pear + "&size=3" + next);
            page.get("items").forEach(item -> seen.add(item.get("position").asLong()));
            next = page.get("next").isNull()
                    ? ""
                    : "&before=" + page.get("next").asLong();
            pages++;
        } while (!next.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void one_event_is_shown_whole_with_both_its_times() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, LocalDate.of(2024, 2, 1));
        var position = list("about=" + pear).get("items").get(0).get("position").asLong();
        var whole = orchard.json("/history/" + position, orchard.auditor);
        var event = whole.get("event");
        assertThat(event.get("name").asString()).isEqualTo("pear.planted");
        assertThat(event.get("about").get(0).asString()).isEqualTo(pear);
        assertThat(event.get("office").asString()).isEqualTo("村“两委”");
        assertThat(event.get("on").asString()).isEqualTo("2024-02-01");
        assertThat(whole.get("days").asLong()).isGreaterThan(300);
        assertThat(whole.get("revision").asString()).isEqualTo("1");
        assertThat(whole.get("sequence").asLong()).isZero();
        assertThat(whole.get("channelWords").asString()).isEqualTo("网页办理");
        assertThat(whole.get("chinese").asString()).isEqualTo("种下一棵梨树");
        assertThat(whole.get("english").asString()).isEqualTo("A pear was planted");
        assertThat(whole.get("payload").get("on").asString()).isEqualTo("2024-02-01");
        assertThat(whole.get("chain")).hasSize(1);
        assertThat(whole.get("proof").asString()).isEqualTo("/evidence/proofs/" + position);
        assertThat(code(orchard.get("/history/" + position, orchard.stranger))).isEqualTo("404 not-found");
        assertThat(code(orchard.get("/history/999999", orchard.auditor))).isEqualTo("404 not-found");
        assertThat(code(orchard.get("/history/x", orchard.auditor))).isEqualTo("404 not-found");
        assertThat(code(orchard.get("/history/" + position, orchard.clerk))).isEqualTo("403 access.not-allowed");
    }

    @Test
    void another_county_finds_nothing_of_this_one() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, LocalDate.of(2025, 3, 1));
        assertThat(orchard.json("/history?about=" + pear, orchard.stranger).get("items"))
                .isEmpty();
        assertThat(code(orchard.get("/subjects/" + pear + "/as-of", orchard.stranger)))
                .isEqualTo("404 not-found");
        assertThat(code(orchard.get("/subjects/" + pear + "/diff", orchard.stranger)))
                .isEqualTo("404 not-found");
    }

    @Test
    void bad_questions_are_refused() throws Exception {
        for (var bad : List.of("size=0", "size=201", "before=-1", "division=x", "onFrom=x", "recordedFrom=x")) {
            assertThat(code(orchard.get("/history?" + bad, orchard.auditor)))
                    .as(bad)
                    .isEqualTo("400 request.invalid");
        }
        assertThat(orchard.get("/history?onFrom=-999999999-01-01&onTo=%2B999999999-12-31", orchard.auditor)
                        .statusCode())
                .isLessThan(500);
        assertThat(orchard.get("/history?recordedFrom=-1000000000-01-01T00:00:00Z", orchard.auditor)
                        .statusCode())
                .isLessThan(500);
        assertThat(orchard.json("/history?text=.,.", orchard.auditor).get("items"))
                .isEmpty();
    }

    @Test
    void what_a_sealed_note_says_is_neither_shown_nor_found() throws Exception {
        var erasure = propose();
        var found = list("about=" + erasure).get("items");
        assertThat(found).hasSize(1);
        var whole = orchard.json("/history/" + found.get(0).get("position").asLong(), orchard.auditor);
        assertThat(whole.get("payload").get("reason").asString()).isEqualTo("sealed");
        assertThat(whole.toString()).doesNotContain("林守一");
        assertThat(list("text=%E6%9E%97%E5%AE%88%E4%B8%80").get("items")).isEmpty();
        assertThat(list("text=purpose_ended&about=" + erasure).get("items")).hasSize(1);
        assertThat(list("text=purpose&about=" + erasure).get("items")).hasSize(1);
    }

    @Test
    void a_subject_is_told_component_by_component_with_what_set_it() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, LocalDate.of(2025, 3, 1));
        orchard.water(pear, 2);
        var then = orchard.pause();
        orchard.water(pear, 5);
        var now = orchard.json("/subjects/" + pear + "/as-of", orchard.auditor);
        assertThat(field(now, "litres").get("value").asInt()).isEqualTo(5);
        assertThat(now.get("total").asInt()).isEqualTo(3);
        assertThat(now.get("events")).hasSize(3);
        assertThat(now.get("division").asString()).isEqualTo(HOME);

        var path = "/subjects/" + pear + "/as-of?asOf=" + then;
        var was = orchard.json(path, orchard.officer);
        assertThat(field(was, "litres").get("value").asInt()).isEqualTo(2);
        assertThat(field(was, "litres").get("setBy").get("name").asString()).isEqualTo("pear.watered");
        assertThat(field(was, "litres").get("setBy").get("actor").asString()).isEqualTo("clerk");
        assertThat(was.get("events")).hasSize(2);
        var bytes = orchard.body(path, orchard.officer);
        orchard.water(pear, 1);
        assertThat(orchard.body(path, orchard.officer)).isEqualTo(bytes);
        assertThat(code(orchard.get("/subjects/" + pear + "/as-of?asOf=2020-01-01T00:00:00Z", orchard.officer)))
                .isEqualTo("404 not-found");
        assertThat(code(orchard.get("/subjects/" + pear + "/as-of", orchard.clerk)))
                .isEqualTo("403 access.not-allowed");
    }

    @Test
    void what_changed_between_two_moments_is_told_with_before_and_after() throws Exception {
        var pear = orchard.plant(orchard.clerk, HOME, LocalDate.of(2025, 3, 1));
        orchard.water(pear, 2);
        var from = orchard.pause();
        orchard.water(pear, 5);
        var to = orchard.pause();
        orchard.water(pear, 1);
        var changes = orchard.json("/subjects/" + pear + "/diff?from=" + from + "&to=" + to, orchard.auditor)
                .get("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).get("field").asString()).isEqualTo("litres");
        assertThat(changes.get(0).get("before").asInt()).isEqualTo(2);
        assertThat(changes.get(0).get("after").asInt()).isEqualTo(5);
        var all = orchard.json("/subjects/" + pear + "/diff", orchard.auditor).get("changes");
        assertThat(all.get(0).get("before").isNull()).isTrue();
        assertThat(all.get(0).get("after").asInt()).isEqualTo(1);
        assertThat(orchard.json("/subjects/" + pear + "/diff?from=" + to + "&to=" + to, orchard.auditor)
                        .get("changes"))
                .isEmpty();
        assertThat(code(orchard.get("/subjects/" + pear + "/diff?to=" + orchard.now(), orchard.auditor)))
                .isEqualTo("409 as-of.too-recent");
        assertThat(code(orchard.get("/subjects/" + pear + "/diff?asOf=" + to, orchard.auditor)))
                .isEqualTo("409 as-of.not-here");
    }

    @Test
    void readings_about_something_are_asked_for_by_time_and_kind_and_lead_to_their_proof() throws Exception {
        var from = orchard.pause();
        assertThat(orchard.post(
                                "/pears",
                                orchard.sister,
                                "{\"division\": \"%s\", \"on\": \"2025-03-01\"}".formatted(HOME))
                        .statusCode())
                .isEqualTo(403);
        // hers alone: repetitions of what others were refused before are written whenever their minute is over
        var asked = "/readings?kind=REFUSAL&actor=sister&recordedFrom=" + from;
        await().until(() -> orchard.json(asked, orchard.auditor).get("total").asInt() > 0);
        var refusals = orchard.json(asked, orchard.auditor);
        assertThat(refusals.get("total").asInt()).isEqualTo(1);
        var reading = refusals.get("items").get(0);
        assertThat(reading.get("proof").asString())
                .isEqualTo("/evidence/proofs/" + reading.get("position").asLong());
        assertThat(orchard.json("/readings?kind=REFUSAL&recordedTo=" + from, orchard.auditor)
                        .get("items")
                        .toString())
                .doesNotContain(reading.get("reading").asString());
        var none = "/readings/about/none?kind=REVEAL&from=2025-05-01&to=2025-05-31&recordedFrom=" + from;
        assertThat(orchard.json(none, orchard.auditor).get("total").asInt()).isZero();
        assertThat(orchard.get("/readings?recordedFrom=-1000000000-01-01T00:00:00Z", orchard.auditor)
                        .statusCode())
                .isEqualTo(200);
    }

    /// In the name of an officer, with a reason that tells a name.
    private static String propose() {
        return Proposals.propose(orchard.service(), "440233", "nobody", "林守一要求删除");
    }

    private static JsonNode field(JsonNode state, String name) {
        for (var field : state.get("fields")) {
            if (field.get("field").asString().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no " + name + " in " + state);
    }

    private static List<Long> positions(String question) throws Exception {
        var positions = new ArrayList<Long>();
        list(question)
                .get("items")
                .forEach(item -> positions.add(item.get("position").asLong()));
        return positions;
    }

    private static JsonNode list(String question) throws Exception {
        return orchard.json("/history?" + question, orchard.auditor);
    }
}
