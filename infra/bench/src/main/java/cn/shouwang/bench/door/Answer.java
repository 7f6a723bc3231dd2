package cn.shouwang.bench.door;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back, accepted or refused. The body of a picture has one letter per byte.
public record Answer(int status, String body, HttpHeaders headers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    public boolean isAccepted() {
        return status / 100 == 2;
    }

    /// Nobody can say whether the request was carried out, or it certainly was not: repeat it.
    public boolean isForLater() {
        return status >= 500;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /// Id of the subject of an accepted command.
    public String id() {
        return json().path("id").asString("");
    }

    /// What the household follows its report by, told in the answer to the report.
    public String trackingNumber() {
        return json().path("trackingNumber").asString("");
    }

    /// Log position that an accepted command reached, or that the rows of a list have seen.
    public long position() {
        return headers.firstValueAsLong("Log-Position").orElse(-1);
    }

    /// Code of a refusal; empty when it is none.
    public String code() {
        return isAccepted() || body.isBlank() || body.charAt(0) != '{'
                ? ""
                : json().path("code").asString("");
    }
}
