package cn.shouwang.pear;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.evidence.Checkpoint;
import cn.shouwang.evidence.EventProof;
import cn.shouwang.evidence.Growth;
import cn.shouwang.evidence.HashTree;
import cn.shouwang.evidence.Hashing;
import cn.shouwang.evidence.KeyFile;
import cn.shouwang.evidence.NoteKey;
import cn.shouwang.evidence.NoteSigner;
import cn.shouwang.evidence.SignedNote;
import cn.shouwang.evidence.Tiles;
import cn.shouwang.evidence.Witness;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a service tells of its evidence, over HTTP, checked by those who hold no more than its public key.
class EvidenceTest {

    private static final String ORIGIN = "shouwang/440233/pear";
    private static final String PLANT = """
            {"division": "440233101203", "on": "2025-03-01"}""";
    private static final NoteSigner PREFECTURE = NoteSigner.fresh("prefecture/audit", NoteKey.Kind.WITNESS);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Issuer ISSUER = new Issuer();

    @TempDir
    private static Path folder;

    private static MongoDatabase database = Servers.freshDatabase();
    private static ConfigurableApplicationContext service;

    private final String clerk = ISSUER.token("clerk", Role.VILLAGE_COMMITTEE, "440233101203");
    private final String auditor = ISSUER.token("auditor", Role.AUDITOR, "440233");
    private final String neighbour = ISSUER.token("neighbour", Role.AUDITOR, "440281");

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(PearService.class)
                .properties(Map.of(
                        "server.port", "0",
                        "spring.threads.virtual.enabled", "true",
                        "spring.application.name", "pear",
                        "spring.kafka.bootstrap-servers", "127.0.0.1:1",
                        "shouwang.area", "440233",
                        "spring.mongodb.uri", Servers.uri(database),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER.uri(),
                        "spring.security.oauth2.resourceserver.jwt.audiences", "shouwang",
                        "management.endpoints.web.exposure.include", "health,prometheus"))
                .run(
                        "--shouwang.evidence.key-file=" + folder.resolve("key"),
                        "--shouwang.evidence.every=PT1H",
                        "--shouwang.evidence.witnesses=" + PREFECTURE.key());
    }

    @AfterAll
    static void end() {
        service.close();
        ISSUER.close();
    }

    /// The same service over a log that is still empty.
    private static void anew() {
        service.close();
        database = Servers.freshDatabase();
        start();
    }

    @Test
    void an_event_is_proven_right_after_its_command() throws Exception {
        for (var n = 0; n < 3; n++) {
            var position = plant();
            var text = ok(get("/evidence/proofs/" + position, auditor)).body();
            var event = EventProof.parse(text.getBytes(StandardCharsets.UTF_8)).check(List.of(key()));
            assertThat(event.position()).isEqualTo(position);
            assertThat(event.name()).isEqualTo("pear.planted");
            assertThat(event.payload()).contains("440233101203");
        }
        assertThat(get("/evidence/proofs/1000000", auditor).statusCode()).isEqualTo(404);
        assertThat(get("/evidence/proofs/-1", auditor).statusCode()).isEqualTo(404);
        assertThat(get("/evidence/proofs/x", auditor).statusCode()).isEqualTo(404);
    }

    @Test
    void the_line_of_an_event_is_shown_to_offices_it_concerns_only() throws Exception {
        var position = plant();
        assertThat(get("/evidence/proofs/" + position, neighbour).statusCode()).isEqualTo(404);
        assertThat(get("/evidence/proofs/" + position, clerk).statusCode()).isEqualTo(403);
        assertThat(get("/evidence/proofs/" + position, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_checkpoint_is_made_on_demand_listed_and_printed() throws Exception {
        anew();
        assertThat(get("/evidence/checkpoint", auditor).statusCode()).isEqualTo(404);
        assertThat(post("/evidence/checkpoints", auditor, "{}").statusCode()).isEqualTo(404);
        plant();
        var first = json(post("/evidence/checkpoints", auditor, "{}"));
        plant();
        plant();
        var second = json(post("/evidence/checkpoints", auditor, "{}"));
        assertThat(second.path("size").asLong()).isEqualTo(3);
        var list = json(get("/evidence/checkpoints?size=1", auditor));
        assertThat(list.path("total").asLong()).isEqualTo(2);
        assertThat(list.path("items").get(0)).isEqualTo(second);
        assertThat(json(get("/evidence/checkpoints?size=1&page=2", auditor))
                        .path("items")
                        .get(0))
                .isEqualTo(first);
        var answer = ok(get("/evidence/checkpoints/3", auditor));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        var note = SignedNote.parse(answer.body());
        assertThat(key().signed(note)).isPresent();
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(3);
        assertThat(get("/evidence/checkpoint", auditor).body()).isEqualTo(answer.body());
        assertThat(get("/evidence/checkpoints/2", auditor).statusCode()).isEqualTo(404);
        assertThat(get("/evidence/checkpoints/2/qr", auditor).statusCode()).isEqualTo(404);
    }

    @Test
    void the_code_on_paper_reads_as_the_checkpoint() throws Exception {
        var size = seal();
        var answer = ok(get("/evidence/checkpoints/" + size + "/qr", auditor));
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(read(answer.body()))
                .isEqualTo(get("/evidence/checkpoints/" + size, auditor).body());
    }

    private static String read(String svg) throws Exception {
        var box = Pattern.compile("viewBox=\"0 0 ([0-9]+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        var side = Integer.parseInt(box.group(1));
        var pixels = new int[side * side * 16];
        Arrays.fill(pixels, 0xffffff);
        var modules = Pattern.compile("M([0-9]+) ([0-9]+)h1").matcher(svg);
        while (modules.find()) {
            var x = Integer.parseInt(modules.group(1)) * 4;
            var y = Integer.parseInt(modules.group(2)) * 4;
            for (var row = y; row < y + 4; row++) {
                Arrays.fill(pixels, row * side * 4 + x, row * side * 4 + x + 4, 0);
            }
        }
        var source = new RGBLuminanceSource(side * 4, side * 4, pixels);
        var result = new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)));
        assertThat(result.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
        return result.getText();
    }

    @Test
    void the_tree_can_be_rebuilt_from_the_tiles_that_are_served() throws Exception {
        anew();
        for (var n = 0; n < 300; n++) {
            plant();
        }
        var size =
                json(post("/evidence/checkpoints", auditor, "{}")).path("size").asLong();
        var head = Checkpoint.parse(
                SignedNote.parse(get("/evidence/checkpoint", auditor).body()).text());
        Tiles served = (level, index, width) -> bytes("/evidence/" + Tiles.path(level, index, width));
        assertThat(new HashTree(Hashing.SHA256, served, size).root()).isEqualTo(head.root());
        assertThat(bytes("/evidence/tile/0/000")).hasSize(256 * 32);
        for (var path :
                List.of("0/001", "0/001.p/45", "0/1", "0/000.p/0", "0/000.p/256", "0/x000/000", "a/000", "9/000", "")) {
            assertThat(get("/evidence/tile/" + path, auditor).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_second_party_signs_what_has_only_grown() throws Exception {
        anew();
        seal();
        var prefecture = new Witness(PREFECTURE, key());
        var first = prefecture.sign(growth(0), Optional.empty(), Instant.now()).signed();
        assertThat(first).isNotNull();
        assertThat(json(post("/evidence/cosignatures", auditor, body(String.valueOf(first))))
                        .path("signedBy")
                        .toString())
                .isEqualTo("[\"%s\",\"prefecture/audit\"]".formatted(ORIGIN));
        seal();
        var seen = Checkpoint.parse(SignedNote.parse(String.valueOf(first)).text());
        var second =
                prefecture.sign(growth(1), Optional.of(seen), Instant.now()).signed();
        assertThat(post("/evidence/cosignatures", auditor, body(String.valueOf(second)))
                        .statusCode())
                .isEqualTo(200);
        var kept = SignedNote.parse(get("/evidence/checkpoints/2", auditor).body());
        assertThat(PREFECTURE.key().signed(kept)).isPresent();
        assertThat(key().signed(kept)).isPresent();
        assertThat(json(get("/evidence", auditor))
                        .path("witnesses")
                        .get(0)
                        .path("size")
                        .asLong())
                .isEqualTo(2);
        assertThat(post("/evidence/checkpoints", auditor, "{}").body()).contains("prefecture/audit");
        assertThat(get("/evidence/growth?from=3", auditor).body()).contains("evidence.not-so-large");
    }

    @Test
    void a_signature_that_is_not_a_known_partys_is_refused() throws Exception {
        var size = seal();
        var note = SignedNote.parse(get("/evidence/checkpoint", auditor).body());
        var stranger =
                NoteSigner.fresh("prefecture/audit", NoteKey.Kind.WITNESS).sign(note, Instant.now());
        refused(stranger.toString(), "evidence.unknown-witness");
        refused(note.toString(), "evidence.unknown-witness");
        refused("no note", "evidence.not-a-note");
        refused(PREFECTURE.sign("some text\n", Instant.now()).toString(), "evidence.not-a-note");
        var larger = Checkpoint.of(ORIGIN, size + 1, Hashing.SHA256.hasher().empty());
        refused(PREFECTURE.sign(larger.text(), Instant.now()).toString(), "evidence.unknown-checkpoint");
        var other = Checkpoint.of(ORIGIN, size, Hashing.SHA256.hasher().empty());
        refused(PREFECTURE.sign(other.text(), Instant.now()).toString(), "evidence.other-checkpoint");
        var good = PREFECTURE.sign(note, Instant.now());
        var late = PREFECTURE.sign(other.text(), Instant.now()).signatures().getFirst();
        refused(good.with(late).toString(), "evidence.bad-signature");
        assertThat(get("/evidence/checkpoint", auditor).body()).isEqualTo(note.toString());
    }

    private void refused(String note, String code) throws Exception {
        var answer = post("/evidence/cosignatures", auditor, body(note));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void it_is_told_how_it_stands_and_probes_and_figures_say_so() throws Exception {
        var size = seal();
        plant();
        var standing = json(get("/evidence", auditor));
        assertThat(standing.path("origin").asString()).isEqualTo(ORIGIN);
        assertThat(standing.path("state").asString()).isEqualTo("WHOLE");
        assertThat(standing.path("size").asLong()).isEqualTo(size);
        assertThat(standing.path("head").asLong()).isEqualTo(size + 1);
        assertThat(json(get("/evidence/keys", auditor)).get(0).path("key").asString())
                .isEqualTo(key().toString());
        assertThat(get("/actuator/health", "").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus", "").body())
                .contains("evidence_size " + (double) size, "evidence_lag_positions", "evidence_checkpoint_age_seconds")
                .contains("evidence_damaged 0.0");
    }

    @Test
    void what_was_changed_is_told_with_its_place_and_signed_no_more() throws Exception {
        anew();
        plant();
        seal();
        database.getCollection("log")
                .updateOne(Filters.eq("_id", 1L), Updates.set("events.0.meta", "{\"division\":\"440233\"}"));
        assertThat(get("/evidence/proofs/1", auditor).body()).contains("evidence.damaged");
        plant();
        var refused = post("/evidence/checkpoints", auditor, "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"code\":\"evidence.damaged\"", "已停止签署");
        var standing = json(get("/evidence", auditor));
        assertThat(standing.path("state").asString()).isEqualTo("DAMAGED");
        assertThat(standing.path("trouble").asString()).isEqualTo("event-changed");
        assertThat(standing.path("finding").path("position").asLong()).isEqualTo(1);
        assertThat(standing.path("finding").path("certainSize").asLong()).isEqualTo(2);
        assertThat(get("/actuator/health", "").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus", "").body()).contains("evidence_damaged 1.0");
        assertThat(json(get("/evidence/checkpoints", auditor)).path("total").asLong())
                .isEqualTo(1);
        anew();
    }

    /// Plants and seals; how many events there are now.
    private long seal() throws Exception {
        plant();
        return json(post("/evidence/checkpoints", auditor, "{}")).path("size").asLong();
    }

    private NoteKey key() {
        return new KeyFile(folder.resolve("key")).read().getFirst().as(ORIGIN).key();
    }

    private Growth growth(long from) throws Exception {
        return Growth.parse(
                ok(get("/evidence/growth?from=" + from, auditor)).body().getBytes(StandardCharsets.UTF_8));
    }

    private static String body(String note) {
        return JsonMapper.shared().writeValueAsString(Map.of("note", note));
    }

    private long plant() throws Exception {
        return json(post("/pears", clerk, PLANT)).path("position").asLong();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(ok(answer).body());
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return HTTP.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private byte[] bytes(String path) {
        try {
            var answer = HTTP.send(request(path, auditor).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    private HttpResponse<String> post(String path, String token, String json) throws Exception {
        return HTTP.send(
                request(path, token).POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var port = ((WebServerApplicationContext) service).getWebServer().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept-Language", "zh-CN");
        return token.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + token);
    }
}
