package cn.shouwang.platform.web;

import cn.shouwang.platform.projection.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.servlet.HandlerInterceptor;

/// Read your writes: a GET with `Log-Position: <n>` waits, at most two seconds, until the read models
/// have seen position n. Every GET of a signed-in caller is answered with the position the rows had
/// seen. To anybody else the header means nothing, in neither direction: position and waiting would
/// tell how much there is in the log, and public pages wait for their own rows
/// ([cn.shouwang.platform.projection.Lookup]).
public final class PositionAdvice implements HandlerInterceptor {

    static final String HEADER = "Log-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Views views;

    public PositionAdvice(Views views) {
        this.views = views;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if ("GET".equals(request.getMethod()) && request.getUserPrincipal() != null) {
            var wanted = request.getHeader(HEADER);
            if (wanted != null && wanted.matches("\\d{1,18}")) {
                views.await(Long.parseLong(wanted), PATIENCE);
            }
            response.setHeader(HEADER, Long.toString(views.position()));
        }
        return true;
    }
}
