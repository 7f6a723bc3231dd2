package cn.shouwang.local.run;

import java.util.Objects;
import java.util.regex.Pattern;

/// A MongoDB connection string.
///
/// @param value `mongodb://…` or `mongodb+srv://…`, with or without database and options
record MongoUri(String value) {

    private static final Pattern FORM =
            Pattern.compile("(?<servers>mongodb(?:\\+srv)?://[^/?]+)(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");

    MongoUri {
        if (!FORM.matcher(value).matches()) {
            // The value may carry a password, so it is not repeated.
            throw new Options.Misused("--mongo 应为 mongodb://… (is not a connection string)");
        }
    }

    /// The same servers and options with database `name`.
    ///
    /// Credentials belong to the database they were given with: naming another one must not move them.
    String database(String name) {
        var parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException("checked above");
        }
        var options = Objects.requireNonNullElse(parts.group("options"), "");
        var before = Objects.requireNonNullElse(parts.group("database"), "");
        if (parts.group("servers").contains("@") && !options.contains("authSource=")) {
            options = (options.isEmpty() ? "" : options + "&") + "authSource=" + (before.isEmpty() ? "admin" : before);
        }
        return parts.group("servers") + "/" + name + (options.isEmpty() ? "" : "?" + options);
    }
}
