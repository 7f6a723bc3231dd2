package cn.shouwang.employment;

import static cn.shouwang.employment.Monitoring.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.ContractSamples;
import cn.shouwang.platform.test.Issuer;
import cn.shouwang.platform.test.Servers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service between a real broker and HTTP.
class EmploymentServiceTest {

    private static final LocalDate ON = LocalDate.of(2025, 3, 2);
    private static final LocalDate AHEAD = LocalDate.of(2999, 1, 1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Issuer ISSUER = new Issuer();
    private static final Monitoring MONITORING = new Monitoring(Servers.kafka());
    private static final String DATABASE = Servers.uri(Servers.freshDatabase());
    private static final AtomicLong POSITION = new AtomicLong();
    private static ConfigurableApplicationContext service;

    private final String county = ISSUER.token("county", Role.COUNTY_OFFICER, "440233");
    private final String town = ISSUER.token("town", Role.TOWN_OFFICE, "440233101");
    private final String neighbour = ISSUER.token("neighbour", Role.TOWN_OFFICE, "440233102");
    private final UUID household = UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = run();
    }

    private static ConfigurableApplicationContext run() {
        return SpringApplication.run(
                EmploymentService.class,
                "--server.port=0",
                "--spring.mongodb.uri=" + DATABASE,
                "--spring.kafka.bootstrap-servers=" + Servers.kafka(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + ISSUER.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        MONITORING.close();
        ISSUER.close();
    }

    @Test
    void a_determined_household_has_a_profile_for_each_member_able_to_work() throws Exception {
        MONITORING.determined(POSITION.incrementAndGet(), household, ON);

        eventually(() -> assertThat(profiles(county)).hasSize(2));
        assertThat(profiles(town)).hasSize(2);
        assertThat(profiles(neighbour)).isEmpty();
        assertThat(profiles(county))
                .allSatisfy(
                        profile -> assertThat(profile.get("village").asString()).isEqualTo(VILLAGE))
                .extracting(profile -> profile.get("ability").asString())
                .containsExactlyInAnyOrder("ORDINARY", "WEAK_OR_HALF");
    }

    @Test
    void a_message_that_comes_twice_also_over_a_restart_is_acted_on_once() throws Exception {
        var position = POSITION.incrementAndGet();
        MONITORING.determined(position, household, ON);
        MONITORING.determined(position, household, ON);
        eventually(() -> assertThat(profiles(county)).hasSize(2));
        service.close();
        service = run();
        MONITORING.determined(position, household, ON);
        MONITORING.determined(POSITION.incrementAndGet(), household, ON.plusDays(1));

        eventually(() -> assertThat(profiles(county)).hasSize(2).allSatisfy(profile -> assertThat(
                        profile.get("confirmedOn").asString())
                .isEqualTo("2025-03-03")));
        assertThat(profiles(county))
                .allSatisfy(profile ->
                        assertThat(profile.get("openedOn").asString()).isEqualTo("2025-03-02"));
    }

    @Test
    void a_message_that_cannot_be_handled_holds_its_household_until_it_is_discarded() throws Exception {
        var bad = POSITION.incrementAndGet();
        var other = UUID.randomUUID();
        MONITORING.determined(bad, household, AHEAD);
        MONITORING.determined(POSITION.incrementAndGet(), household, ON);
        MONITORING.determined(POSITION.incrementAndGet(), other, ON);

        eventually(() -> assertThat(parked(household)).hasSize(2));
        eventually(() -> assertThat(profiles(county, other)).hasSize(2));
        assertThat(profiles(county)).isEmpty();

        var retried = post("/parked/inbox/" + household + "/retry", county, "{}");
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
        assertThat(retried.body()).contains("profile.date-ahead");

        var path = "/parked/inbox/" + household + "/discard";
        var unfounded = post(path, county, "{\"message\": \"monitoring-%d\", \"reason\": \" \"}".formatted(bad));
        assertThat(unfounded.statusCode()).isEqualTo(400);
        var request = "{\"message\": \"monitoring-%d\", \"reason\": \"日期录错\"}".formatted(bad);
        assertThat(post(path, town, request).statusCode()).isEqualTo(403);
        var discarded = post(path, county, request);
        assertThat(discarded.statusCode()).as(discarded.body()).isEqualTo(200);
        assertThat(discarded.body()).contains("\"handled\":1", "\"parked\":0");
        eventually(() -> assertThat(profiles(county)).hasSize(2));
        assertThat(parked(household)).isEmpty();
        assertThat(post(path, county, request).body()).contains("parking.not-parked", "没有这条搁置的消息");
    }

    @Test
    void a_message_that_breaks_the_contract_is_parked() throws Exception {
        MONITORING.send(POSITION.incrementAndGet(), household, "{\"household\": \"?\"}");
        MONITORING.send(POSITION.incrementAndGet(), UUID.randomUUID(), "not json");

        eventually(() -> assertThat(parked(household))
                .extracting(message -> message.get("code").asString())
                .containsExactly("data-odd"));
        assertThat(get("/parked", town).statusCode()).isEqualTo(403);
    }

    @Test
    void an_opened_profile_is_published_as_its_contract_says() throws Exception {
        MONITORING.determined(POSITION.incrementAndGet(), household, ON);

        var told = published(2);
        assertThat(told)
                .allSatisfy(data -> assertThat(ContractSamples.errors("employment/labour-profile-opened.v1", data))
                        .isEmpty());
    }

    @Test
    void a_town_opens_a_profile_by_hand() throws Exception {
        var opened = post("/profiles", town, byHand("SKILLED", ON));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var id = JSON.readTree(opened.body()).get("id").asString();

        eventually(() -> assertThat(get("/profiles/" + id, town).body()).contains("SKILLED"));
        assertThat(get("/profiles/" + id, neighbour).statusCode()).isEqualTo(404);
        assertThat(get("/profiles?division=440233101203", county).body()).contains(id);
        assertThat(get("/profiles?division=440233102", county).body()).doesNotContain(id);
    }

    @Test
    void what_is_wrong_by_hand_is_refused_and_stores_nothing() throws Exception {
        assertThat(post("/profiles", town, byHand("LOST", ON)).body()).contains("profile.not-able", "不建劳动力档案");
        assertThat(post("/profiles", town, byHand("ORDINARY", AHEAD)).body()).contains("profile.date-ahead");
        assertThat(post("/profiles", town, byHand("FLYING", ON)).statusCode()).isEqualTo(400);
        assertThat(post("/profiles", town, byHand("ORDINARY", ON).replace("cycle", "circle"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/profiles", neighbour, byHand("ORDINARY", ON)).statusCode())
                .isEqualTo(403);
        assertThat(post("/profiles", county, byHand("ORDINARY", ON)).statusCode())
                .isEqualTo(403);
        assertThat(get("/profiles?division=4402", county).statusCode()).isEqualTo(400);
        assertThat(profiles(county)).isEmpty();
    }

    private String byHand(String ability, LocalDate on) {
        return """
                {"household": "%s", "member": "%s", "village": "%s", "ability": "%s", "cycle": 1, "on": "%s"}
                """.formatted(household, UUID.randomUUID(), VILLAGE, ability, on);
    }

    private List<JsonNode> profiles(String token) throws Exception {
        return profiles(token, household);
    }

    private static List<JsonNode> profiles(String token, UUID household) throws Exception {
        return items(get("/profiles?household=" + household, token)).toList();
    }

    private List<JsonNode> parked(UUID subject) throws Exception {
        return items(get("/parked?size=200", county))
                .filter(message -> message.get("subject").asString().equals(subject.toString()))
                .toList();
    }

    private static Stream<JsonNode> items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("items").valueStream();
    }

    /// What was told about this household on the service's own topic, once it is `expected`
    /// messages.
    private List<JsonNode> published(int expected) {
        var settings = new HashMap<String, Object>(Map.of(
                "bootstrap.servers",
                Servers.kafka(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed"));
        var told = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("employment"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    var data = JSON.readTree(message.value());
                    if (data.get("household").asString().equals(household.toString())) {
                        told.add(data);
                    }
                }
                return told.size() == expected;
            });
        }
        return told;
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }

    private static HttpResponse<String> post(String path, String token, String json) throws Exception {
        return send(path, token, HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return send(path, token, HttpRequest.newBuilder().GET());
    }

    private static HttpResponse<String> send(String path, String token, HttpRequest.Builder request) throws Exception {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HTTP.send(
                request.uri(URI.create("http://127.0.0.1:" + port + path))
                        .setHeader("Content-Type", "application/json")
                        .setHeader("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }
}
