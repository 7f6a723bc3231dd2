package cn.shouwang.platform.web;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Tells every error that nobody has told yet: what the server finds wrong with a request before it
/// reaches a filter, what the firewall rejects, what a filter throws. There is no error page, neither
/// the server's nor the framework's, so that none can be asked for or give away what it was made by.
final class ProblemValve extends ErrorReportValve {

    private final ProblemWriter problems;

    private ProblemValve(ProblemWriter problems) {
        this.problems = problems;
    }

    /// The innermost of the host's error valves: what it has told, the others leave alone.
    static void installIn(Context context, ProblemWriter problems) {
        for (var page : context.findErrorPages()) {
            context.removeErrorPage(page);
        }
        var host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(ProblemValve.class.getName());
        host.getPipeline().addValve(new ProblemValve(problems));
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        if (response.getStatus() < 400 || !response.setErrorReported()) {
            return;
        }
        var status = status(response.getStatus());
        try {
            response.resetBuffer(true);
            problems.write(request, response, status, Problems.code(status));
            response.finishResponse();
        } catch (IOException _) {
            // the caller is gone
        }
    }

    /// A method, a transfer coding or a version of HTTP that is not spoken here is the caller's
    /// mistake, whatever RFC 9110, 15.6 calls it: nothing has failed, and repeating it helps nobody.
    private static HttpStatus status(int status) {
        var known = HttpStatus.resolve(status);
        return known == null || known == HttpStatus.NOT_IMPLEMENTED || known == HttpStatus.HTTP_VERSION_NOT_SUPPORTED
                ? HttpStatus.BAD_REQUEST
                : known;
    }
}
