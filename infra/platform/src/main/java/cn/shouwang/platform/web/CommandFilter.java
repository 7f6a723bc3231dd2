package cn.shouwang.platform.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import cn.shouwang.platform.store.Attempt;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds the body of every command, and all those in memory together ([BodyRoom]; 429 when there is no
/// room), lets only JSON in UTF-8 pass ([JsonBody]), but for the paths of a
/// [LargeBody], and reads the `Idempotency-Key`.
///
/// Same key and same request from the same account: the same answer, also after a restart and while
/// the first attempt still runs ([cn.shouwang.platform.command.Once]). Same key with another request:
/// 422, `idempotency.key-reused`. Only hashes of key and request are kept. A command without a key is
/// carried out as often as it is sent.
public final class CommandFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final ProblemWriter problems;
    private final Guarded guarded;
    private final int maxBody;
    private final List<LargeBody> larger;
    private final Map<Lane, BodyRoom> rooms;

    /// Who shares a room: strangers take none from offices, uploads none from commands.
    private record Lane(boolean signedIn, boolean upload) {

        static Stream<Lane> all() {
            return Stream.of(true, false).flatMap(who -> Stream.of(new Lane(who, true), new Lane(who, false)));
        }
    }

    /// @param room bytes of bodies in memory in each lane; at least one body of the largest kind has room
    CommandFilter(ProblemWriter problems, Guarded guarded, int maxBody, List<LargeBody> larger, int room) {
        this.problems = problems;
        this.guarded = guarded;
        this.maxBody = maxBody;
        this.larger = larger;
        var least = larger.stream().mapToInt(LargeBody::mostBytes).reduce(maxBody, Math::max) + 1;
        this.rooms = Lane.all().collect(toUnmodifiableMap(lane -> lane, _ -> new BodyRoom(Math.max(room, least))));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod()) || !guarded.covers(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var larger = larger(request);
        var most = larger.map(LargeBody::mostBytes).orElse(maxBody);
        try (var held = room(larger.isPresent()).hold()) {
            var body = held.read(request.getInputStream(), most + 1);
            if (held.isFull()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "request.too-many");
            } else if (body.length > most) {
                problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "request.too-large");
            } else if (larger.isPresent() || isJson(request, response, body)) {
                carryOut(new BufferedRequest(request, body), body, response, chain);
            }
        }
    }

    private BodyRoom room(boolean upload) {
        return Objects.requireNonNull(rooms.get(new Lane(!account().isEmpty(), upload)));
    }

    /// Whether the body is what commands are made of; the caller is told when it is not.
    private boolean isJson(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        var type = request.getContentType();
        if (type == null ? body.length > 0 : !JsonBody.isNamedBy(type)) {
            problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "request.media-type");
            return false;
        }
        if (!JsonBody.isWhole(body)) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "request.malformed");
            return false;
        }
        return true;
    }

    private void carryOut(BufferedRequest request, byte[] body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader("Idempotency-Key");
        var correlation = UUID.randomUUID().toString();
        if (key == null) {
            run(Attempt.once(correlation), request, response, chain);
        } else if (!KEY.matcher(key).matches()) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "idempotency.key-invalid");
        } else {
            var hashed = hash(bytes(account()), bytes(key));
            var print = hash(bytes(key), bytes(request.getMethod()), bytes(request.getRequestURI()), body);
            run(Attempt.request(hashed, print, correlation), request, response, chain);
        }
    }

    private static void run(
            Attempt attempt, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(Attempt.CURRENT, attempt).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static String account() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null || caller instanceof AnonymousAuthenticationToken ? "" : caller.getName();
    }

    private Optional<LargeBody> larger(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return larger.stream().filter(body -> body.covers(path)).findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
