package cn.shouwang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page that asks for name and password. 200 when asked for, 401 after a wrong name or password, 429 with
/// `Retry-After` while waiting, 403 when the form was too old; never says which of name and password was
/// wrong.
@Controller
final class LoginPage {

    private static final String NOTHING = "";
    private static final String WRONG = "用户名或密码不正确。<span lang=\"en\">Wrong user name or password.</span>";
    private static final String WAIT =
            "尝试次数过多，请稍后再试。<span lang=\"en\">Too many attempts, please try again later.</span>";
    private static final String STALE =
            "页面已过期，请重新登录。<span lang=\"en\">The page was too old, please sign in again.</span>";

    private final Page page = new Page("login.html");

    @GetMapping("/login")
    void ask(HttpServletRequest request, HttpServletResponse response) {
        answer(request, response, HttpStatus.OK, NOTHING);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        if (reason instanceof TooManyAttempts tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            answer(request, response, HttpStatus.TOO_MANY_REQUESTS, WAIT);
        } else {
            answer(request, response, HttpStatus.UNAUTHORIZED, WRONG);
        }
    }

    void askAgain(HttpServletRequest request, HttpServletResponse response) {
        answer(request, response, HttpStatus.FORBIDDEN, STALE);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String message) {
        page.answer(request, response, status, Map.of("message", message));
    }
}
