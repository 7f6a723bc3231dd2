package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.monitoring.photo.Pictures;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The photos of a helper's visit, which a device names first and sends when it has a connection, over HTTP.
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitPhotosStoryTest {

    private static final String VILLAGE = "440233101203";
    private static final String MEMBER = "00000000-0000-4000-8000-000000000001";
    private static final String WHY = """
            {"purpose": "VERIFICATION"}""";

    private static Calls calls = Calls.start();
    private static int households = 0;

    private final String village = calls.token("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    private final String sister = calls.token("cun02", Role.VILLAGE_COMMITTEE, "440233101204");
    private final String auditor = calls.token("shen01", Role.AUDITOR, "440233");

    @AfterAll
    static void stop() {
        calls.close();
    }

    @Test
    void a_photo_named_on_a_visit_is_awaited_until_it_comes_and_sent_twice_it_is_there_once() {
        var file = Pictures.photographed(Pictures.jpeg(41), 6, "2025:11:13 09:30:00");
        var visit = visited(household(), digest(file), "0".repeat(64));
        var awaited = calls.get(visit + "/photos", village);
        assertThat(awaited.get("photos")).isEmpty();
        assertThat(awaited.get("awaited")).hasSize(2);

        var first = photo(visit, file);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        var again = photo(visit, file);
        assertThat(again.json()).isEqualTo(first.json());

        var seen = calls.get(visit + "/photos", auditor);
        assertThat(seen.get("awaited").valueStream().map(one -> one.get("digest")
                        .asString()))
                .containsExactly("0".repeat(64));
        assertThat(seen.get("photos")).singleElement().satisfies(one -> {
            assertThat(one.get("photo").asString())
                    .isEqualTo(first.json().get("photo").asString());
            assertThat(one.get("visitedAt").asString()).isEqualTo("2025-11-13T01:30:00Z");
            assertThat(one.get("arrivedAt").asString()).isGreaterThan("2025-11-13T01:30:00Z");
        });
        assertThat(seen.toString()).as("where it was taken").doesNotContain("24.05", "114.2");
    }

    @Test
    void a_device_that_sends_one_photo_many_times_at_once_stores_it_once() throws Exception {
        var file = Pictures.jpeg(42);
        var visit = visited(household(), digest(file));
        Callable<Integer> send = () -> photo(visit, file).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads
                    .invokeAll(IntStream.range(0, 6).mapToObj(_ -> send).toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(statuses).containsOnly(201);
        }
        assertThat(calls.get(visit + "/photos", village).get("photos")).hasSize(1);
    }

    @Test
    void what_the_visit_did_not_name_and_what_is_no_picture_is_refused_by_name() {
        var text = "no picture".getBytes(StandardCharsets.UTF_8);
        var visit = visited(household(), digest(Pictures.jpeg(43)), digest(text));
        photo(visit, Pictures.jpeg(44)).refused("helper.photo-not-named");
        photo(visit, text).refused("photo.kind-unknown");
        assertThat(photo(visit, new byte[8 * 1024 * 1024 + 1]).status()).isEqualTo(413);
        assertThat(calls.get(visit + "/photos", village).get("photos")).isEmpty();
        var unknown = visit.substring(0, visit.lastIndexOf('/') + 1) + UUID.randomUUID();
        photo(unknown, Pictures.jpeg(43)).refused("helper.unknown-visit");
    }

    @Test
    void a_photo_is_looked_at_for_a_purpose_on_record_by_the_offices_in_scope_and_goes_with_the_visit() {
        var file = Pictures.photographed(Pictures.jpeg(45), 6, "2025:11:13 09:30:00");
        var household = household();
        var visit = visited(household, digest(file));
        assertThat(calls.file(visit + "/photos", sister, "image/jpeg", file).status())
                .isEqualTo(403);
        assertThat(calls.file(visit + "/photos", auditor, "image/jpeg", file).status())
                .isEqualTo(403);
        var look = visit + "/photos/" + photo(visit, file).json().get("photo").asString() + "/looks";

        var shown = calls.post(look, village, WHY);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text()).doesNotContain("Exif", "2025:11");
        assertThat(calls.post(look, village, "{}").code()).isEqualTo("request.invalid");
        assertThat(calls.post(look, sister, WHY).status()).isEqualTo(404);
        assertThat(calls.items("/readings?size=50", auditor).stream().map(JsonNode::toString))
                .anyMatch(reading -> reading.contains("visit.photo") && reading.contains(household));

        var another = visited(household(), digest(file));
        photo(another, file).accepted();
        assertThat(calls.get(another + "/photos", auditor)
                        .get("photos")
                        .get(0)
                        .get("elsewhere")
                        .asBoolean())
                .as("the same picture came with two visits")
                .isTrue();

        calls.bean(StoredPersonKeys.class).destroy(List.of(id(visit)));
        var gone = calls.post(look, village, WHY);
        assertThat(gone.status()).isEqualTo(410);
        gone.refused("sealing.gone");
    }

    @Test
    void a_correction_keeps_the_photos_that_came_and_what_is_missing_is_told_in_the_list_after_a_restart_too() {
        var file = Pictures.jpeg(46);
        var household = household();
        var visit = visited(household, digest(file), "1".repeat(64));
        var sent = photo(visit, file);
        var next = UUID.randomUUID().toString();
        calls.post(visit + "/correction", village, call(next, digest(file), "1".repeat(64)))
                .accepted();
        var corrected = visits(household) + "/" + next;
        assertThat(photo(visit, file).json().get("photo").asString())
                .as("sent again to the visit that was corrected")
                .isEqualTo(sent.json().get("photo").asString());
        photo(visit, Pictures.jpeg(47)).refused("helper.photo-of-corrected");
        assertThat(photo(corrected, file).status()).isEqualTo(200);
        assertThat(missing(household)).isZero();

        calls = calls.restarted("shouwang.helper.photo-days=0");
        assertThat(missing(household)).isEqualTo(1);
        var seen = calls.get(corrected + "/photos", village);
        assertThat(seen.get("photos")).hasSize(1);
        assertThat(photo(corrected, file).status()).isEqualTo(200);
        var look =
                corrected + "/photos/" + seen.get("photos").get(0).get("photo").asString() + "/looks";
        assertThat(calls.post(look, village, WHY).status()).isEqualTo(200);
    }

    private int missing(String household) {
        return calls.items("/visits?size=50", village).stream()
                .filter(row -> row.get("household").asString().equals(household))
                .mapToInt(row -> row.get("photosMissing").asInt())
                .sum();
    }

    private Calls.Answer photo(String visit, byte[] file) {
        return calls.file(visit + "/photos", village, "image/jpeg", file);
    }

    private String household() {
        households++;
        return calls.post("/households", village, """
                {"village": "%s", "baseType": "ORDINARY", "members": [
                  {"member": "%s", "person": {"name": "测某", "document": "%s", "relation": "HEAD",
                   "labour": "ORDINARY", "health": ["HEALTHY"], "student": false}}], "on": "2025-11-01"}\
                """.formatted(VILLAGE, MEMBER, Ids.text(households)))
                .id();
    }

    /// A visit that names photos; where it is found.
    private String visited(String household, String... photos) {
        var visit = UUID.randomUUID().toString();
        calls.post(visits(household), village, call(visit, photos)).accepted();
        return visits(household) + "/" + visit;
    }

    private static String visits(String household) {
        return "/households/" + household + "/visits";
    }

    private static String id(String visit) {
        return visit.substring(visit.lastIndexOf('/') + 1);
    }

    private static String call(String visit, String... photos) {
        return """
                {"visit": "%s", "mode": "ONSITE", "visitors": ["bang01"], "met": ["%s"],
                 "guarantees": {"housingProblem": false, "childOutOfSchool": false, "waterProblem": false,
                                "memberUninsured": false},
                 "incomeDeltaYuan": 0, "photos": %s, "changes": "无变化", "at": "2025-11-13T01:30:00Z",
                 "on": "2025-11-13"}\
                """.formatted(
                visit, MEMBER, Stream.of(photos).map("\"%s\""::formatted).toList());
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
