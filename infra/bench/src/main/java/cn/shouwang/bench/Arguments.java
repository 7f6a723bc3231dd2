package cn.shouwang.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// `--name value` or `--name=value` behind a main class; anything else is a mistake.
final class Arguments {

    /// Says what is wrong with the command line.
    static final class Misused extends RuntimeException {
        Misused(String message) {
            super(message);
        }
    }

    private final Map<String, String> values = new HashMap<>();

    Arguments(List<String> args, List<String> known) {
        for (var rest = args.iterator(); rest.hasNext(); ) {
            var split = rest.next().split("=", 2);
            var name = split[0].replaceFirst("^--", "");
            if (!split[0].startsWith("--") || !known.contains(name)) {
                throw new Misused("没有这个参数 no such argument: " + split[0]);
            }
            if (split.length == 1 && !rest.hasNext()) {
                throw new Misused(split[0] + " 缺少值 needs a value");
            }
            values.put(name, split.length == 2 ? split[1] : rest.next());
        }
    }

    String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new Misused("--" + name + " 必填 is needed");
        }
        return value;
    }

    String oneOf(String name, String otherwise, List<String> known) {
        var value = values.getOrDefault(name, otherwise);
        if (!value.equals(otherwise) && !known.contains(value)) {
            throw new Misused("--%s %s: %s".formatted(name, value, String.join(" ", known)));
        }
        return value;
    }

    int number(String name, int otherwise, int most) {
        var value = values.getOrDefault(name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new Misused("--%s %s: 1 … %d".formatted(name, value, most));
        }
        return Integer.parseInt(value);
    }
}
