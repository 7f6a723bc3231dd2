package cn.shouwang.platform.web;

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
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Bounds the body of every command and reads its `Idempotency-Key`.
///
/// Same key and same request from the same account: the same answer, also after a restart and while
/// the first attempt still runs ([cn.shouwang.platform.command.Once]). Same key with another request:
/// 422, `idempotency.key-reused`. Only hashes of key and request are kept. A command without a key is
/// carried out as often as it is sent.
public final class CommandFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final Problems problems;
    private final JsonMapper json;
    private final int maxBody;
    private final List<LargeBody> larger;

    public CommandFilter(Problems problems, JsonMapper json, int maxBody, List<LargeBody> larger) {
        this.problems = problems;
        this.json = json;
        this.maxBody = maxBody;
        this.larger = larger;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = most(request);
        var body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "request.too-large");
            return;
        }
        var key = request.getHeader("Idempotency-Key");
        var buffered = new BufferedRequest(request, body);
        var correlation = UUID.randomUUID().toString();
        if (key == null) {
            run(Attempt.once(correlation), buffered, response, chain);
        } else if (!KEY.matcher(key).matches()) {
            refuse(request, response, HttpStatus.BAD_REQUEST, "idempotency.key-invalid");
        } else {
            var hashed = hash(bytes(account()), bytes(key));
            var print = hash(bytes(key), bytes(request.getMethod()), bytes(request.getRequestURI()), body);
            run(Attempt.request(hashed, print, correlation), buffered, response, chain);
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
        return caller == null ? "" : caller.getName();
    }

    private int most(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return larger.stream()
                .filter(body -> body.covers(path))
                .mapToInt(LargeBody::mostBytes)
                .findFirst()
                .orElse(maxBody);
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

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        json.writeValue(response.getOutputStream(), problems.problem(status, code, request.getLocale()));
    }
}
