package cn.shouwang.local.run;

import cn.shouwang.evidence.KeyFile;
import cn.shouwang.evidence.NoteKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The last words of `up`: where to go and how to get in.
record Welcome(Path secrets, Screen screen) {

    static final String ADDRESS = "地址 address: ";

    /// Shows one user's first password, once per installation. Never called where the output is kept in a
    /// log.
    void passwordOnce() {
        var shown = secrets.resolve("first-password-shown");
        new UsersFile(secrets.resolve("users.json"), passwords())
                .firstPassword(FirstUser.COUNTY_OFFICER)
                .filter(_ -> Files.notExists(shown))
                .ifPresent(password -> {
                    screen.line("县级用户 county user: " + FirstUser.COUNTY_OFFICER + "  密码 password: " + password
                            + " (只显示这一次 shown once)");
                    PrivateFile.write(shown, "");
                });
    }

    /// Shows the public keys of the logs, once per installation. Nothing secret: whoever shall be able to check
    /// the logs years later needs them from elsewhere than this machine.
    ///
    /// The key file is written by the first service that looks at its log, a moment after it is up.
    void keysOnce(List<String> services, Duration patience) throws InterruptedException {
        var shown = secrets.resolve("evidence-keys-shown");
        var file = new KeyFile(secrets.resolve("evidence-key"));
        if (Files.exists(shown)) {
            return;
        }
        for (var deadline = System.nanoTime() + patience.toNanos(); !file.exists() && System.nanoTime() < deadline; ) {
            Thread.sleep(Duration.ofMillis(50));
        }
        if (file.exists()) {
            screen.line("日志公钥，请抄录并交市级主管部门保存(只显示这一次) public keys of the logs, write them down and hand"
                    + " them to the prefecture (shown once):");
            keys(file, services).forEach(key -> screen.line("    " + key));
            PrivateFile.write(shown, "");
        }
    }

    private static Stream<NoteKey> keys(KeyFile file, List<String> services) {
        var hashing = "SM3".equals(System.getenv("EVIDENCE_HASHING")) ? "/sm3" : "";
        return file.read().stream().flatMap(key -> services.stream()
                .map(service ->
                        key.as(key.key().name() + "/" + service + hashing).key()));
    }

    void address(String url) {
        if (Files.exists(passwords())) {
            screen.line("首次密码 first passwords: " + passwords());
        }
        screen.line("./shouwang status, logs, down");
        screen.line(ADDRESS + url);
    }

    private Path passwords() {
        return secrets.resolve("first-passwords.txt");
    }
}
