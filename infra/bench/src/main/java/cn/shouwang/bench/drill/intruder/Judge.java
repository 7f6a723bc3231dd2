package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.drill.intruder.Attack.Expect;
import cn.shouwang.bench.drill.intruder.Attack.Leave;
import cn.shouwang.bench.drill.intruder.Finding.Kind;
import cn.shouwang.bench.drill.intruder.Seen.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holds what came back against what the caller may see and what had to become of the request.
final class Judge {

    /// What only somebody who built it knows: traces, classes, files, products and versions.
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w$]+\\.java:\\d+\\)|\\w+Exception\\b|stack ?trace"
                    + "|\\bjava[x]?\\.[a-z]+\\.|\\bjakarta\\.[a-z]+\\.|org\\.(springframework|axonframework|apache|bson|mongodb)"
                    + "|com\\.(mongodb|fasterxml|nimbusds)|tools\\.jackson|io\\.netty|reactor\\.(core|netty)"
                    + "|cn\\.shouwang\\.(monitoring|employment|platform|gateway|identity)\\.[a-z]"
                    + "|tomcat|catalina|coyote|whitelabel|jackson|\\bmongo(db)?\\b|\\bbson\\b|\\bspring\\b|hibernate"
                    + "|nimbus|\\bjvm\\b|jdk[ /]?\\d|netty/\\d|(?<![\\w/.-])/(home|root|usr|tmp|var|opt|etc)/"
                    + "|\\.jar\\b|localhost:\\d+ refused|connection refused",
            Pattern.CASE_INSENSITIVE);

    /// Pages that describe the software on purpose; only what is planted is looked for in them.
    private static final Pattern DESCRIPTIONS =
            Pattern.compile("(/api/[a-z]+)?/(actuator/prometheus|v3/api-docs|openapi|docs|assets)\\b.*");

    /// Random letters and digits, in which any short word stands by chance.
    private static final Pattern RANDOM =
            Pattern.compile("\\b(state|nonce|code|code_challenge|SHOUWANG|SHOUWANG_ISSUER|XSRF-TOKEN)=[\\w%-]{16,}");

    /// OAuth 2 has its own form of errors (RFC 6749, 5.2), a sign-in page is a page.
    private static final Pattern ISSUERS_OWN = Pattern.compile("/(login|oauth2|userinfo|connect|\\.well-known).*");

    /// What cannot be read as HTTP at all may be answered with a bare status.
    private static final Set<Integer> BARE = Set.of(400, 408, 413, 414, 417, 421, 431);

    /// Another in every answer; the position is that of the whole log, to which others add meanwhile.
    private static final Pattern UNEQUAL = Pattern.compile(
            "\"(traceId|timestamp|instance|reading)\":\"[^\"]*\",?|(?i)^(date|set-cookie|x-trace-id|traceparent|content-length|log-position|transfer-encoding):.*$");

    private final List<Sought> sought;

    private record Sought(Marker marker, List<String> guises) {}

    Judge(List<Marker> markers) {
        sought = markers.stream()
                .map(marker -> new Sought(marker, Guises.of(marker.text())))
                .toList();
    }

    /// @param twin what came back when the attack's twin was sent
    List<Finding> findings(Attack attack, Seen seen, @Nullable Seen twin) {
        var findings = new ArrayList<Finding>();
        var asked = asked(attack.request());
        var planted = planted(attack.by(), asked, seen.everything());
        if (!planted.isEmpty()) {
            findings.add(leaked(planted.getFirst().what()
                    + (planted.size() == 1 ? "" : " and %d things more".formatted(planted.size() - 1))));
        }
        seen.answers().forEach(answer -> answer(attack, asked, answer, findings));
        var everything = seen.everything();
        attack.forbidden().stream()
                .filter(everything::contains)
                .forEach(text -> findings.add(leaked("a text that had to stay out: " + shown(text))));
        if (seen.answers().isEmpty()) {
            silence(attack, seen, findings);
        }
        if (twin != null && attack.twin() != null) {
            alike(seen, twin, findings);
        }
        return findings;
    }

    /// The markers in a text that `caller` may not see. An id or a number that the caller named is no news.
    List<Marker> planted(Intruder caller, String asked, String text) {
        return sought.stream()
                .filter(one -> !one.marker().maySee(caller))
                .filter(one -> one.guises().stream().anyMatch(text::contains))
                .map(Sought::marker)
                .filter(marker -> !marker.isKnownToWhoNamesIt() || !names(asked, marker.text()))
                .toList();
    }

    private static boolean names(String asked, String id) {
        return asked.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT));
    }

    /// What the caller said, as text of one character per byte.
    private static String asked(Request request) {
        var body = request.body().get();
        var start = new String(body, 0, Math.min(body.length, 100_000), StandardCharsets.ISO_8859_1);
        return request.framed() ? request.head(body.length) + start : request.target() + "\n" + start;
    }

    private static void answer(Attack attack, String asked, Answer answer, List<Finding> findings) {
        if (answer.status() >= 500) {
            findings.add(new Finding(Kind.FAULT, "status " + answer.status()));
        }
        if (answer.status() / 100 == 2 && attack.expect() == Expect.REFUSED) {
            findings.add(new Finding(Kind.LET_IN, "status " + answer.status()));
        }
        if (answer.status() >= 400) {
            form(attack, answer, findings);
        }
        inside(attack, asked, answer, findings);
    }

    private static void inside(Attack attack, String asked, Answer answer, List<Finding> findings) {
        if (answer.status() == 200
                && DESCRIPTIONS.matcher(attack.request().target()).matches()) {
            return;
        }
        var inside = INSIDE.matcher(RANDOM.matcher(answer.head()).replaceAll("$1=") + "\n" + answer.body());
        while (inside.find()) {
            if (!names(asked, inside.group())) {
                findings.add(leaked("the inside: " + shown(inside.group())));
                return;
            }
        }
    }

    private static void form(Attack attack, Answer answer, List<Finding> findings) {
        var type = answer.header("Content-Type");
        var head = attack.request().method().equals("HEAD");
        if (head || type.startsWith("application/problem+json")) {
            return;
        }
        var door = attack.request().door();
        var ownForm = door.name().equals("identity")
                && ISSUERS_OWN.matcher(attack.request().target()).matches();
        var bare = answer.body().isEmpty() && BARE.contains(answer.status());
        if (!ownForm && !bare) {
            findings.add(new Finding(
                    Kind.FORM,
                    "status %d of type %s".formatted(answer.status(), type.isEmpty() ? "none" : shown(type))));
        }
    }

    private static void silence(Attack attack, Seen seen, List<Finding> findings) {
        if (!seen.bytes().isEmpty() && !attack.leaves(Leave.CLOSE)) {
            findings.add(new Finding(Kind.FORM, "an answer that is not HTTP/1.1"));
        } else if (seen.timedOut() && !attack.leaves(Leave.SILENCE)) {
            findings.add(new Finding(
                    Kind.FORM, "no answer within %d s".formatted(seen.took().toSeconds())));
        } else if (seen.bytes().isEmpty() && !attack.leaves(Leave.CLOSE) && !attack.leaves(Leave.SILENCE)) {
            findings.add(new Finding(Kind.FORM, "the connection was ended without an answer"));
        }
    }

    /// Neither status nor headers nor words tell whether there is something.
    private static void alike(Seen seen, Seen twin, List<Finding> findings) {
        if (seen.status() != twin.status()) {
            findings.add(
                    leaked("tells what there is: %d, and %d for what is not".formatted(seen.status(), twin.status())));
            return;
        }
        var here = lines(seen);
        var there = lines(twin);
        if (!here.equals(there)) {
            var other = here.stream().filter(line -> !there.contains(line)).findFirst();
            findings.add(leaked("tells what there is: other words for what is not: " + shown(other.orElse("less"))));
        }
    }

    /// What an answer says, without what is another in every answer.
    private static List<String> lines(Seen seen) {
        return seen.answers().stream()
                .flatMap(answer -> (answer.head() + "\n" + answer.text()).lines())
                .map(line -> UNEQUAL.matcher(line).replaceAll(""))
                .sorted()
                .toList();
    }

    private static Finding leaked(String what) {
        return new Finding(Kind.LEAKED, what);
    }

    private static String shown(String text) {
        var start = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return start.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
