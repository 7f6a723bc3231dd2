package cn.shouwang.platform.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads one file of the [AccessTable]; what it does not understand is refused with file and line.
final class AccessFile {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final String name;
    private final Map<String, Set<Role>> groups = new HashMap<>();
    private int line;

    AccessFile(String name) {
        this.name = name;
    }

    List<AccessRow> rows(String text) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(at -> row(at + 1, lines.get(at)))
                .flatMap(row -> row)
                .toList();
    }

    private Stream<AccessRow> row(int number, String text) {
        line = number;
        var said = text.replaceFirst("#.*", "").strip();
        if (said.isEmpty()) {
            return Stream.empty();
        }
        var words = Arrays.asList(said.split("\\s+"));
        if (words.size() < 3) {
            throw wrong("wants method, path, reach and roles");
        }
        if (words.get(1).equals("=")) {
            define(words.getFirst(), roles(words.subList(2, words.size())));
            return Stream.empty();
        }
        return Stream.of(endpoint(words));
    }

    private void define(String group, Set<Role> roles) {
        if (!group.equals(group.toLowerCase(Locale.ROOT)) || groups.put(group, roles) != null) {
            throw wrong(group + " is not a new name in lower case");
        }
    }

    private AccessRow endpoint(List<String> words) {
        var method = words.getFirst();
        var path = words.get(1);
        if (!METHODS.contains(method) || !path.startsWith("/")) {
            throw wrong(method + " " + path + " is no endpoint; HEAD goes with GET, nothing else is served");
        }
        var reach = reach(words.get(2));
        var roles = roles(words.subList(3, words.size()));
        if ((reach == Reach.OPEN) != roles.isEmpty()) {
            throw wrong("what is open names no roles, all else names some");
        }
        return new AccessRow(method, path, reach, roles);
    }

    private Reach reach(String word) {
        return Arrays.stream(Reach.values())
                .filter(reach -> reach.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(word + " is no reach"));
    }

    private Set<Role> roles(List<String> words) {
        var roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> roles.addAll(groups.containsKey(word) ? groups.get(word) : Set.of(role(word))));
        return roles;
    }

    private Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(word) && role != Role.PUBLIC && role != Role.SYSTEM)
                .findFirst()
                .orElseThrow(() -> wrong(word + " is no role that signs in"));
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException(name + ":" + line + ": " + what);
    }
}
