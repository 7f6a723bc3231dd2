package cn.shouwang.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Words and options behind a command: `--name value`, `--name=value`, `--flag`. An option may come several
/// times.
final class Options {

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> values = new TreeMap<>();

    /// `flags` take no value, `valued` take one; any other is refused.
    Options(List<String> args, Set<String> flags, Set<String> valued) {
        for (var rest = args.iterator(); rest.hasNext(); ) {
            var arg = rest.next();
            if (!arg.startsWith("--")) {
                words.add(arg);
                continue;
            }
            var split = arg.substring(2).split("=", 2);
            if (flags.contains(split[0]) && split.length == 1) {
                put(split[0], "");
            } else if (valued.contains(split[0]) && (split.length == 2 || rest.hasNext())) {
                put(split[0], split.length == 2 ? split[1] : rest.next());
            } else {
                throw new Misused(
                        valued.contains(split[0]) || flags.contains(split[0])
                                ? "--" + split[0] + " 的写法不对 (is written wrongly)"
                                : "不认识的选项 (unknown option) --" + split[0]);
            }
        }
    }

    private void put(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> one(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw new Misused("--" + name + " 只能给一次 (is given more than once)");
        }
        return all.stream().findFirst();
    }

    String required(String name) {
        return one(name).orElseThrow(() -> new Misused("缺少 --" + name + " (is missing)"));
    }

    Optional<Long> number(String name) {
        return one(name).map(value -> {
            if (!value.matches("\\d{1,18}")) {
                throw new Misused("--" + name + " 应为数字 (is no number)");
            }
            return Long.parseLong(value);
        });
    }

    /// Exactly so many words, which `usage` names.
    List<String> words(int least, int most, String usage) {
        if (words.size() < least || words.size() > most) {
            throw new Misused("用法 usage: ./shouwang audit " + usage);
        }
        return List.copyOf(words);
    }

    static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
