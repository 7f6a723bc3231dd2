package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.Grants.Given;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page between password and gateway: which of several offices, or that there is none.
///
/// 200 with the choice; 403 when no office is in force, or the one chosen no longer is; 503 with
/// `Retry-After` while that cannot be known. A choice leads back to the request that asked for the
/// sign-in.
@Controller
class OfficePage {

    static final String PATH = "/office";

    private static final String CHOOSE = "<p>请选择本次登录的岗位。<span lang=\"en\">Choose the office to sign in in.</span></p>";
    private static final String NONE = """
            <p role="alert">您的账号目前没有可用的岗位：尚未授予、已到期、已收回，或账号已停用。请联系安全管理员。
            <span lang="en">No office is granted to your account at present. Please ask the security \
            administrator.</span></p>""";

    private static final String LATER = """
            <p role="alert">系统正在准备，请稍等片刻再登录。<span lang="en">Not ready yet, please sign in again in a \
            moment.</span></p>""";

    private final SignInOffices offices;
    private final OfficeSession session;
    private final MessageSource messages;
    private final String gateway;
    private final RequestCache asked = new HttpSessionRequestCache();
    private final Page page = new Page("office.html");

    OfficePage(SignInOffices offices, OfficeSession session, MessageSource messages, IdentitySettings settings) {
        this.offices = offices;
        this.session = session;
        this.messages = messages;
        this.gateway = settings.atGateway("/").toString();
    }

    @GetMapping(PATH)
    void ask(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var open = offices.of(AccountName.of(signedIn.getName()));
        if (open.size() == 1) {
            enter(signedIn, open.getFirst(), request, response);
        } else {
            answer(open, request, response, HttpStatus.OK);
        }
    }

    @PostMapping(PATH)
    void choose(
            Authentication signedIn,
            @RequestParam String grant,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var open = offices.of(AccountName.of(signedIn.getName()));
        var chosen = open.stream()
                .filter(given -> given.id().toString().equals(grant))
                .findFirst();
        if (chosen.isPresent()) {
            enter(signedIn, chosen.get(), request, response);
        } else {
            answer(open, request, response, HttpStatus.FORBIDDEN);
        }
    }

    private void enter(Authentication signedIn, Given given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        session.signIn(signedIn, given.id(), request, response);
        var before = asked.getRequest(request, response);
        response.sendRedirect(before == null ? gateway : before.getRedirectUrl());
    }

    @ExceptionHandler(NotKnownNow.class)
    void later(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        page.answer(request, response, HttpStatus.SERVICE_UNAVAILABLE, Map.of("say", LATER, "offices", ""));
    }

    private void answer(List<Given> open, HttpServletRequest request, HttpServletResponse response, HttpStatus status) {
        if (open.isEmpty()) {
            page.answer(request, response, HttpStatus.FORBIDDEN, Map.of("say", NONE, "offices", ""));
        } else {
            var buttons = open.stream().map(this::button).collect(Collectors.joining("\n"));
            page.answer(request, response, status, Map.of("say", CHOOSE, "offices", buttons));
        }
    }

    /// All of it is from our own tables or has only letters, digits and dashes: nothing to escape.
    private String button(Given given) {
        var role = given.office().role().name();
        return """
                <button type="submit" name="grant" value="%s">%s · %s%s <span lang="en">%s</span></button>""".formatted(
                        given.id(),
                        messages.getMessage("role." + role, null, Locale.SIMPLIFIED_CHINESE),
                        given.office().division(),
                        Optional.ofNullable(given.standingInFor())
                                .map(holder -> "（代 %s）".formatted(holder))
                                .orElse(""),
                        messages.getMessage("role." + role, null, Locale.ENGLISH));
    }
}
