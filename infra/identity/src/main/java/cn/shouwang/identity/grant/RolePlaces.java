package cn.shouwang.identity.grant;

import cn.shouwang.platform.security.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// At which level a role has its place, from `role-places.txt`: the lengths a division code may have.
final class RolePlaces {

    static final RolePlaces ALL = new RolePlaces();

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Map<Role, Set<Integer>> lengths = new EnumMap<>(Role.class);

    private RolePlaces() {
        for (var line : RoleData.table("role-places.txt", 3)) {
            var digits =
                    Stream.of(line.get(1).split(" +", -1)).map(Integer::valueOf).collect(Collectors.toSet());
            for (var role : RoleData.roles(line.get(0))) {
                if (lengths.put(role, digits) != null) {
                    throw new IllegalStateException("role-places.txt has two lines for " + role);
                }
            }
        }
    }

    /// Whether `division` is a code of a length that `role` has its place in.
    boolean admits(Role role, String division) {
        return DIGITS.matcher(division).matches()
                && lengths.getOrDefault(role, Set.of()).contains(division.length());
    }
}
