package cn.shouwang.monitoring.update;

import cn.shouwang.platform.security.Gate;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class UpdateController {

    private final Updates updates;
    private final Gate gate;
    private final Clock clock;

    UpdateController(Updates updates, Gate gate, Clock clock) {
        this.updates = updates;
        this.gate = gate;
        this.clock = clock;
    }

    /// `event: open` with the position of the log, then `event: changed` with a [Change] within a fraction of
    /// a second after each, several put together when they come fast, and a comment now and then. It ends
    /// with the caller's token; the browser asks again by itself.
    @GetMapping(path = "/updates", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter updates(JwtAuthenticationToken caller, HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no"); // a proxy in front passes each event at once
        return updates.listen(gate.actor(), untilExpiry(caller));
    }

    private Duration untilExpiry(JwtAuthenticationToken caller) {
        Instant expiry = caller.getToken().getExpiresAt();
        return expiry == null ? Duration.ZERO : Duration.between(clock.instant(), expiry);
    }
}
