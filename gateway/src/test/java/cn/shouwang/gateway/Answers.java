package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/// What every problem of the gateway must have.
final class Answers {

    private Answers() {}

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = RunningSuite.json(answer);
        assertThat(problem.path("type").asString("")).isEqualTo("urn:problem:" + code);
        assertThat(problem.path("code").asString("")).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString("")).matches("\\p{IsHan}+");
        assertThat(problem.path("traceId").asString("")).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as("headers of safety")
                .hasValue("nosniff");
    }
}
