package cn.shouwang.local.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A command's arguments: `--name value`, `--name=value`, `--flag`, and words.
final class Options {

    /// Says that a command line cannot be understood, in words for the person who typed it.
    static final class Misused extends RuntimeException {
        Misused(String message) {
            super(message);
        }
    }

    /// The options a command knows. Everything else is refused, so that a typing mistake is not
    /// silently ignored.
    static final class Known {
        private final Set<String> flags = new HashSet<>();
        private final Set<String> values = new HashSet<>();

        Known flag(String... names) {
            flags.addAll(Arrays.asList(names));
            return this;
        }

        Known value(String... names) {
            values.addAll(Arrays.asList(names));
            return this;
        }
    }

    private final Map<String, String> values;
    private final List<String> words;

    private Options(Map<String, String> values, List<String> words) {
        this.values = Map.copyOf(values);
        this.words = List.copyOf(words);
    }

    static Known known() {
        return new Known();
    }

    static Options parse(List<String> args, Known known) {
        var values = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (var rest = args.iterator(); rest.hasNext(); ) {
            var arg = rest.next();
            if (!arg.startsWith("-")) {
                words.add(arg);
                continue;
            }
            var split = arg.replaceFirst("^--?", "").split("=", 2);
            var name = split[0];
            if (known.flags.contains(name)) {
                if (split.length == 2) {
                    throw new Misused(arg + ":--" + name + " 不带值 (takes no value)");
                }
                values.put(name, "true");
            } else if (known.values.contains(name)) {
                values.put(name, split.length == 2 ? split[1] : following(name, rest.hasNext() ? rest.next() : null));
            } else {
                throw new Misused("不认识的选项 (unknown option) " + arg);
            }
        }
        return new Options(values, words);
    }

    private static String following(String name, @Nullable String value) {
        if (value == null || value.startsWith("--")) {
            throw new Misused("--" + name + " 后面缺少值 (needs a value)");
        }
        return value;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    String required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new Misused("缺少 --" + name + " (is missing)");
        }
        return value;
    }

    @Nullable
    Path path(String name) {
        var value = values.get(name);
        return value == null ? null : Path.of(value).toAbsolutePath().normalize();
    }

    /// A port, 0 to 65535; 0 asks for a free one.
    int port(String name) {
        var value = required(name);
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new Misused("--" + name + " " + value + " 不是端口号 (is not a port)");
        }
        return Integer.parseInt(value);
    }

    List<String> words() {
        return words;
    }
}
