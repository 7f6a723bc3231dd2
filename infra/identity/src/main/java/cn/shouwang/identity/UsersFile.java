package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.Office;
import cn.shouwang.platform.security.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a users file: a JSON array of `{"username", "password", "role", "division", "name"}`, all
/// strings, nothing else. `role` and `division` are there both or neither.
///
/// One wrong entry refuses the whole file, so that a slip of the hand cannot quietly lock out or let
/// in somebody.
final class UsersFile {

    private static final Set<String> FIELDS = Set.of("username", "password", "role", "division", "name");
    private static final Pattern PASSWORD = Pattern.compile("\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
    private static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
    private static final int LONGEST_NAME = 64;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private final Map<AccountName, KnownUser> users = new LinkedHashMap<>();

    private UsersFile(JsonParser parser) {
        this.parser = parser;
    }

    /// The users by username, or [UsersFileRefused].
    static Map<AccountName, KnownUser> read(byte[] content) {
        try (JsonParser parser = JSON.createParser(content)) {
            return new UsersFile(parser).all();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UsersFileRefused(line, "not well-formed JSON");
        }
    }

    private Map<AccountName, KnownUser> all() {
        require(parser.nextToken() == JsonToken.START_ARRAY, line(), "an array is expected");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = line();
            KnownUser user = user(line, parser.readValueAsTree());
            require(users.putIfAbsent(user.username(), user) == null, line, "the username occurs twice");
        }
        require(parser.nextToken() == null, line(), "something follows the array");
        return Map.copyOf(users);
    }

    private static KnownUser user(int line, JsonNode entry) {
        require(entry.isObject(), line, "an object is expected");
        require(FIELDS.containsAll(entry.propertyNames()), line, "there is an unknown field");
        return new KnownUser(
                username(line, text(line, entry, "username")),
                matching(line, entry, "password", PASSWORD, "encoded as {bcrypt}"),
                entry.has("role") || entry.has("division") ? office(line, entry) : null,
                name(line, text(line, entry, "name")));
    }

    private static AccountName username(int line, String username) {
        return AccountName.typed(username)
                .orElseThrow(() -> new UsersFileRefused(
                        line, "username must be 1 to 64 letters, digits, dots, dashes, underscores"));
    }

    private static Office office(int line, JsonNode entry) {
        Role role = role(line, text(line, entry, "role"));
        Office office = new Office(role, matching(line, entry, "division", DIVISION, "6, 9 or 12 digits"));
        require(office.fits(), line, "division is of another level than the role");
        return office;
    }

    private static Role role(int line, String role) {
        Optional<Role> known = Arrays.stream(Role.values())
                .filter(candidate -> candidate != Role.PUBLIC && candidate != Role.SYSTEM)
                .filter(candidate -> candidate.name().equals(role))
                .findFirst();
        return known.orElseThrow(() -> new UsersFileRefused(line, "role is unknown"));
    }

    private static String name(int line, String name) {
        require(!name.isBlank() && name.length() <= LONGEST_NAME, line, "name must have 1 to 64 characters");
        return name;
    }

    private static String matching(int line, JsonNode entry, String field, Pattern form, String inWords) {
        String value = text(line, entry, field);
        require(form.matcher(value).matches(), line, field + " must be " + inWords);
        return value;
    }

    private static String text(int line, JsonNode entry, String field) {
        JsonNode value = entry.path(field);
        require(value.isString(), line, field + " is missing or not a string");
        return value.stringValue();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static void require(boolean condition, int line, String reason) {
        if (!condition) {
            throw new UsersFileRefused(line, reason);
        }
    }
}
