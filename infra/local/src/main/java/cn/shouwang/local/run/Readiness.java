package cn.shouwang.local.run;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Asks a process whether it is ready.
final class Readiness {

    static final String HEALTH = "/actuator/health/readiness";
    private static final int TIMEOUT_MS = 2_000;

    private Readiness() {}

    /// True when the service on `port` of this machine says that it is ready.
    static boolean http(int port) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + HEALTH).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            var ready = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return ready;
        } catch (IOException e) {
            return false;
        }
    }

    /// True when the server process `pid` has written its ready file.
    static boolean file(Path ready, long pid) {
        try {
            return Files.exists(ready) && Files.readAllLines(ready).contains("pid=" + pid);
        } catch (IOException e) {
            return false;
        }
    }
}
