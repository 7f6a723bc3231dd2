package cn.shouwang.bench.drill.intruder;

import static cn.shouwang.bench.drill.intruder.Attack.answered;
import static cn.shouwang.bench.drill.intruder.Attack.refused;
import static cn.shouwang.bench.drill.intruder.World.any;

import cn.shouwang.bench.drill.intruder.Attack.Leave;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Tokens that are none or somebody else's, sessions that were guessed or set, requests that a foreign page
/// sends with the session of who looks at it.
final class TamperedTokens {

    private static final Family FAMILY = Family.TOKENS;

    private final World world;
    private final SplittableRandom random;
    private final Forgery forgery;

    private TamperedTokens(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.forgery = new Forgery(world.tokens(), world.keys(), random);
    }

    static Stream<Attack> attacks(World world, SplittableRandom random) {
        var maker = new TamperedTokens(world, random);
        return Family.inTurn(List.of(
                maker::unsigned,
                maker::altered,
                maker::foreignKey,
                maker::torn,
                maker::otherKind,
                maker::otherWay,
                maker::guessedSession,
                maker::setSession,
                maker::noCsrf,
                maker::foreignPage,
                maker::wrongFlow,
                maker::altered));
    }

    // Tokens ------------------------------------------------------------------------------------

    private Attack unsigned() {
        return bearer(forgery.unsigned());
    }

    private Attack altered() {
        return bearer(forgery.altered());
    }

    private Attack foreignKey() {
        return bearer(forgery.signedByAnother());
    }

    private Attack torn() {
        return bearer(forgery.torn());
    }

    private Attack otherKind() {
        return bearer(any(
                List.of(
                        world.tokens().id(),
                        world.tokens().refresh(),
                        forgery.altered(world.tokens().id())),
                random));
    }

    private Attack bearer(String token) {
        return bearing(target().with("Authorization", "Bearer " + token));
    }

    private static Attack bearing(Request request) {
        return refused(FAMILY, Intruder.nobody(), request).leaving(Leave.CLOSE);
    }

    /// A question or a command about something planted, at any door.
    private Request target() {
        var something = world.something(random);
        var endpoint =
                any(world.endpoints().stream().filter(one -> !one.isPublic()).toList(), random);
        var door = world.door(endpoint, random.nextInt(3) == 0);
        var path = World.target(door, endpoint, something.ids());
        return endpoint.isRead()
                ? Request.get(door, path)
                : Request.post(door, path, Paper.body(endpoint, something.village(), "1"));
    }

    /// A good token, said in a way that does not count.
    private Attack otherWay() {
        var token = world.tokens().access();
        var request = target();
        return bearing(
                switch (random.nextInt(9)) {
                    case 0 -> Request.get(request.door(), request.target() + "?access_token=" + token);
                    case 1 ->
                        Request.of(request.door(), "POST", request.target())
                                .with("Content-Type", "application/x-www-form-urlencoded")
                                .carrying("access_token=" + token);
                    case 2 -> request.with("Authorization", "Basic " + token);
                    case 3 -> request.with("Authorization", token);
                    case 4 -> request.with("Authorization", "Bearer " + token + "," + token);
                    case 5 -> request.with("Cookie", "access_token=" + token);
                    case 6 -> request.with("X-Authorization", "Bearer " + token);
                    case 7 -> request.with("Authorization", "Bearer \"" + token + "\"");
                    default -> request.with("Proxy-Authorization", "Bearer " + token);
                });
    }

    // Sessions ----------------------------------------------------------------------------------

    private Attack guessedSession() {
        var session = world.intruder(World.SISTER).cookies().replaceFirst("(?s)(^|.*; )(SHOUWANG=)([^;]*).*", "$3");
        var cookie =
                switch (random.nextInt(8)) {
                    case 0 -> "SHOUWANG=" + World.uuid(random);
                    case 1 -> "SHOUWANG=" + session.substring(0, Math.max(0, session.length() - 1));
                    case 2 -> "SHOUWANG=" + flipped(session);
                    case 3 -> "shouwang=" + session;
                    case 4 -> "SHOUWANG=" + "A".repeat(3_000);
                    case 5 -> "SHOUWANG=../../" + session;
                    case 6 -> "SHOUWANG=%00; SHOUWANG_ISSUER=" + session;
                    default -> "JSESSIONID=" + session + "; SESSION=" + session;
                };
        return bearing(atGateway().with("Cookie", cookie).with("X-XSRF-TOKEN", World.uuid(random)));
    }

    private Request atGateway() {
        var something = world.something(random);
        var endpoint =
                any(world.endpoints().stream().filter(one -> !one.isPublic()).toList(), random);
        var door = world.door(endpoint, false);
        return Request.of(door, endpoint.method(), World.target(door, endpoint, something.ids()));
    }

    private static String flipped(String text) {
        var at = text.length() / 2;
        return text.substring(0, at)
                + (text.charAt(at) == 'a' ? 'b' : 'a')
                + text.substring(Math.min(at + 1, text.length()));
    }

    /// Who sets a cookie before the sign-in must not know the session afterwards.
    private Attack setSession() {
        var chosen = World.uuid(random);
        var path = any(
                List.of("/oauth2/authorization/shouwang", "/", "/me", "/login/oauth2/code/shouwang?code=a"), random);
        return answered(
                        FAMILY,
                        world.nobody(),
                        Request.get(world.gateway(), path).with("Cookie", "SHOUWANG=" + chosen))
                .without("SHOUWANG=" + chosen);
    }

    // Foreign pages -----------------------------------------------------------------------------

    private Attack noCsrf() {
        var sister = world.intruder(World.SISTER);
        var request = owned(sister);
        return refused(
                FAMILY,
                sister,
                switch (random.nextInt(7)) {
                    case 0 -> request;
                    case 1 -> request.with("X-XSRF-TOKEN", "");
                    case 2 -> request.with("X-XSRF-TOKEN", World.uuid(random));
                    case 3 ->
                        request.with(
                                "X-XSRF-TOKEN", world.intruder(World.ELSEWHERE).csrf());
                    case 4 -> request.with("X-CSRF-TOKEN", sister.csrf());
                    case 5 ->
                        request.instead("Cookie", sister.cookies().replaceAll("; XSRF-TOKEN=[^;]*", ""))
                                .with("X-XSRF-TOKEN", sister.csrf());
                    default -> request.with("X-XSRF-TOKEN", sister.csrf().toUpperCase(Locale.ROOT) + " ");
                });
    }

    private Request owned(Intruder sister) {
        var endpoint = any(
                world.commands().stream()
                        .filter(one ->
                                List.of("/reports", "/households", "/clues").contains(one.path()))
                        .toList(),
                random);
        var door = world.door(endpoint, false);
        return Request.post(
                        door,
                        World.target(door, endpoint, Map.of()),
                        Paper.body(endpoint, sister.division(), World.uuid(random)))
                .with("Cookie", sister.cookies());
    }

    private Attack foreignPage() {
        var sister = world.intruder(World.SISTER);
        var origin = any(List.of("https://evil.example", "null", "http://127.0.0.1.evil.example", "file://"), random);
        if (random.nextBoolean()) {
            return refused(FAMILY, sister, owned(sister).with("Origin", origin).with("Sec-Fetch-Site", "cross-site"));
        }
        var asked = atGateway();
        return answered(
                        FAMILY,
                        sister,
                        Request.of(asked.door(), "OPTIONS", asked.target())
                                .with("Origin", origin)
                                .with("Access-Control-Request-Method", "POST")
                                .with("Access-Control-Request-Headers", "x-xsrf-token")
                                .with("Cookie", sister.cookies()))
                .without("llow-Origin: " + origin, "llow-Origin: *", "llow-origin: " + origin, "llow-origin: *");
    }

    // The way to a session ----------------------------------------------------------------------

    private Attack wrongFlow() {
        var issuer = world.identity();
        var authorize = "/oauth2/authorize?response_type=code&client_id=gateway&scope=openid&redirect_uri=";
        var request =
                switch (random.nextInt(10)) {
                    case 0 ->
                        Request.get(
                                world.gateway(),
                                "/login/oauth2/code/shouwang?code=" + World.uuid(random) + "&state="
                                        + World.uuid(random));
                    case 1 -> Request.get(issuer, authorize + "https%3A%2F%2Fevil.example%2F");
                    case 2 -> Request.get(issuer, authorize + "http%3A%2F%2F127.0.0.1%40evil.example%2F");
                    case 3 -> grant("client_credentials", "Basic Z2F0ZXdheTpnYXRld2F5");
                    case 4 -> grant("password&username=county-officer&password=a", "");
                    case 5 ->
                        grant("refresh_token&refresh_token=" + world.tokens().refresh(), "");
                    case 6 -> grant("authorization_code&code=" + World.uuid(random), "Basic Z2F0ZXdheTo=");
                    case 7 -> Request.get(issuer, "/userinfo").with("Authorization", "Bearer " + forgery.altered());
                    case 8 ->
                        Request.post(issuer, "/connect/register", "{\"redirect_uris\":[\"https://evil.example/\"]}");
                    default ->
                        Request.of(issuer, "POST", "/login")
                                .with("Content-Type", "application/x-www-form-urlencoded")
                                .carrying("username=" + World.uuid(random) + "&password=a&_csrf=" + World.uuid(random));
                };
        return bearing(request).without("Location: https://evil.example", "Location: http://127.0.0.1@evil");
    }

    private Request grant(String type, String authorization) {
        var request = Request.of(world.identity(), "POST", "/oauth2/token")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .carrying("grant_type=" + type);
        return authorization.isEmpty() ? request : request.with("Authorization", authorization);
    }
}
