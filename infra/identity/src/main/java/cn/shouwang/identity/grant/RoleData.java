package cn.shouwang.identity.grant;

import cn.shouwang.platform.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/// A table of roles for people to read: columns between bars, `#` begins a remark line.
final class RoleData {

    /// Every role that can be given to an account; the other two are the software's.
    static final Set<Role> GIVEN = Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.PUBLIC, Role.SYSTEM)));

    private RoleData() {}

    /// The lines of a table with that many columns, each without the blanks around it.
    static List<List<String>> table(String resource, int columns) {
        return lines(resource)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .peek(line -> require(line.size() == columns, resource, line))
                .toList();
    }

    /// The roles named in a column, between blanks.
    static Set<Role> roles(String column) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(column.split(" +", -1)).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    private static Stream<String> lines(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean condition, String resource, List<String> line) {
        if (!condition) {
            throw new IllegalStateException("%s has another number of columns in %s".formatted(resource, line));
        }
    }
}
