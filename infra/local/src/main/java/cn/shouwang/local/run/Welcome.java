package cn.shouwang.local.run;

import java.nio.file.Files;
import java.nio.file.Path;

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
