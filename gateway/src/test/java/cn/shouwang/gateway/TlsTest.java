package cn.shouwang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The gateway with a certificate of its own.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TlsTest {

    @TempDir
    static Path folder;

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        suite = RunningSuite.withTls(folder);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void it_answers_by_https_and_says_that_it_always_will() {
        HttpResponse<String> page = suite.get("/console/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.sslSession()).isPresent();
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
    }

    @Test
    void plain_http_gets_no_answer_and_no_redirect() {
        try (Wire wire = Wire.to(suite.gateway)) {
            wire.write(Wire.get("/"));
            assertThat(wire.rest())
                    .as("at most a TLS alert")
                    .doesNotContain("HTTP")
                    .hasSizeLessThan(16);
        }
    }

    /// A first message written by hand, because the JDK's own client no longer knows the older ones.
    @ParameterizedTest
    @CsvSource({"1, alert", "2, alert", "3, handshake"})
    void of_tls_1_x_it_speaks_1_2_and_nothing_older(int x, String answer) {
        try (Wire wire = Wire.to(suite.gateway)) {
            wire.write(clientHello(x));
            int kind = wire.nextByte();
            assertThat(kind).isEqualTo(answer.equals("alert") ? 21 : 22);
            if (kind == 21) {
                assertThat(wire.rest()).as("fatal: protocol_version").endsWith("\2\106");
            }
        }
    }

    @Test
    void it_speaks_tls_1_3_with_who_can() {
        assertThat(suite.get("/").sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void signing_in_works_and_both_cookies_belong_to_this_host_and_https() {
        SignedIn county = suite.signIn("county");
        assertThat(county.setCookies()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(it -> assertThat(it)
                .startsWith("__Host-")
                .contains("Secure", "Path=/", "SameSite=Lax")
                .doesNotContain("Domain"));
        assertThat(county.setCookies())
                .filteredOn(it -> it.startsWith("__Host-SHOUWANG="))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("HTTPOnly"));
        assertThat(county.post("/api/monitoring/households", "{}").statusCode()).isEqualTo(200);
        assertThat(county.signOut().statusCode()).isEqualTo(200);
        assertThat(county.get("/me").statusCode()).isEqualTo(401);
    }

    @Test
    void who_sends_on_after_a_refusal_still_hears_it() {
        try (Wire wire = Wire.to(suite.gateway, suite.sockets())) {
            assertThat(wire.sentOnAfterTheAnswer("/api/monitoring/public/reports", 17))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("gateway.body-too-large");
        }
    }

    /// For ECDHE with ECDSA over P-256, with AES-GCM and AES-CBC: what every version here could agree on.
    private static String clientHello(int minor) {
        String groups = "\0\12\0\4\0\2\0\27";
        String points = "\0\13\0\2\1\0";
        String signatures = "\0\15\0\6\0\4\4\3\2\3";
        String extensions = counted(2, groups + points + signatures);
        String suites = counted(2, "\300\53\300\11\300\12");
        String hello = "\3" + (char) minor + "r".repeat(32) + "\0" + suites + "\1\0" + extensions;
        return "\26\3\1" + counted(2, "\1" + counted(3, hello));
    }

    private static String counted(int bytes, String text) {
        var length = new StringBuilder();
        for (int i = bytes - 1; i >= 0; i--) {
            length.append((char) ((text.length() >> (8 * i)) & 0xff));
        }
        return length + text;
    }
}
