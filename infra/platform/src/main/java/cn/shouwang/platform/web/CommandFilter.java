package cn.shouwang.platform.web;

import cn.shouwang.platform.command.Accepted;
import cn.shouwang.platform.command.Attempt;
import cn.shouwang.platform.store.Commit;
import cn.shouwang.platform.store.Log;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Bounds the body of every command and recognises a repeated one by its `Idempotency-Key`.
///
/// Same key and same request from the same account: the same answer, from the log itself or from the
/// refusals, also after a restart and while the first attempt still runs. Same key with another
/// request: 422, `idempotency.key-reused`. Only hashes of key and request are kept. A command without
/// a key is carried out as often as it is sent.
public final class CommandFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final Log log;
    private final Refusals refusals;
    private final Problems problems;
    private final JsonMapper json;
    private final int maxBody;
    private final ReentrantLock[] running =
            IntStream.range(0, 256).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    public CommandFilter(Log log, Refusals refusals, Problems problems, JsonMapper json, int maxBody) {
        this.log = log;
        this.refusals = refusals;
        this.problems = problems;
        this.json = json;
        this.maxBody = maxBody;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(maxBody + 1);
        if (body.length > maxBody) {
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
            var hashed = hash(account(), key);
            var print =
                    hash(key, request.getMethod(), request.getRequestURI(), new String(body, StandardCharsets.UTF_8));
            once(Attempt.keyed(hashed, print, correlation, correlation), buffered, response, chain);
        }
    }

    private void once(Attempt attempt, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = attempt.key().orElseThrow();
        var lock = running[Math.floorMod(key.hashCode(), running.length)];
        lock.lock();
        try {
            var stored = log.byKey(key);
            var refused = stored.isPresent() ? Optional.<Refusals.Refusal>empty() : refusals.of(key);
            var print = stored.map(Commit::print).or(() -> refused.map(Refusals.Refusal::print));
            if (print.isPresent() && !print.get().equals(attempt.print())) {
                refuse(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "idempotency.key-reused");
            } else if (stored.isPresent()) {
                answer(response, stored.get().accepted());
            } else if (refused.isPresent()) {
                write(response, problems.rule(refused.get().rule(), request.getLocale()));
            } else {
                run(attempt, request, response, chain);
            }
        } finally {
            lock.unlock();
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

    private static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpServletResponse response, Accepted accepted) throws IOException {
        response.setStatus(accepted.created() ? HttpStatus.CREATED.value() : HttpStatus.OK.value());
        response.setHeader(PositionAdvice.HEADER, Long.toString(accepted.position()));
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), AcceptedAdvice.body(accepted));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        write(response, problems.problem(status, code, request.getLocale()));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType("application/problem+json");
        json.writeValue(response.getOutputStream(), problem);
    }
}
