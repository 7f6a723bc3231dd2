package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The users of the issuer and the one list of their first passwords.
///
/// `users` is a JSON array of `{username, password, role, division, name}` with `{bcrypt}` passwords.
/// `passwords` has a line per user, five columns between tabs: username, password, role, division,
/// name; lines that start with `#` are for people.
record UsersFile(Path users, Path passwords) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADING = """
            # 首次登录密码，只写这一次；分发后请删除本文件。 First passwords, written once: hand them out, then delete this file.
            # username\tpassword\trole\tdivision\tname
            """;

    /// Adds those that are not there yet, each with a random password. Who is there stays untouched.
    ///
    /// The list of passwords is written first: a crash between the two files leaves a line too many,
    /// never a user whose password nobody knows.
    void add(List<FirstUser> wanted) {
        var known = read();
        var names = known.stream().map(user -> user.get("username")).collect(Collectors.toSet());
        var issued = wanted.stream()
                .filter(user -> !names.contains(user.username()))
                .map(user -> new Issued(user, Password.random()))
                .toList();
        if (issued.isEmpty()) {
            return;
        }
        PrivateFile.write(passwords, listWith(issued));
        var all = new ArrayList<>(known);
        issued.forEach(one -> all.add(one.entry()));
        PrivateFile.write(users, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private record Issued(FirstUser user, String password) {

        String line() {
            return String.join("\t", user.username(), password, user.role(), user.division(), user.name());
        }

        Map<String, String> entry() {
            var entry = new LinkedHashMap<String, String>();
            entry.put("username", user.username());
            entry.put("password", Password.encoded(password));
            entry.put("role", user.role());
            entry.put("division", user.division());
            entry.put("name", user.name());
            return entry;
        }
    }

    /// The password of `username`, while the list has not been deleted.
    Optional<String> firstPassword(String username) {
        return lines(passwords).stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns.length > 1 && columns[0].equals(username))
                .map(columns -> columns[1])
                .reduce((_, last) -> last);
    }

    private List<Map<String, String>> read() {
        if (Files.notExists(users)) {
            return List.of();
        }
        return JSON.readValue(users.toFile(), new TypeReference<List<Map<String, String>>>() {});
    }

    private String listWith(List<Issued> issued) {
        var before = lines(passwords);
        var head = before.isEmpty() ? HEADING : String.join("\n", before) + "\n";
        return issued.stream().map(Issued::line).collect(Collectors.joining("\n", head, "\n"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
