package cn.shouwang.platform.web;

import cn.shouwang.platform.reading.RefusedAttempts;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.NotAllowed;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;

/// Notes in the read log that a signed-in caller was refused. Never fails the answer.
///
/// A token that names no office is nobody's; nothing is noted of it.
final class RefusalNote {

    private final Gate gate;
    private final ObjectProvider<RefusedAttempts> attempts;

    RefusalNote(Gate gate, ObjectProvider<RefusedAttempts> attempts) {
        this.gate = gate;
        this.attempts = attempts;
    }

    void note(HttpServletRequest request, String code) {
        try {
            var actor = gate.actor();
            attempts.ifAvailable(all -> all.note(actor, request.getMethod(), route(request), code));
        } catch (NotAllowed _) {
            // no signed-in caller to note it of
        }
    }

    /// The row of the access table, since a path may hold anything.
    private static String route(HttpServletRequest request) {
        return request.getAttribute(AccessDecision.DECIDED) instanceof String template ? template : "?";
    }
}
