package cn.shouwang.identity.grant;

import cn.shouwang.platform.security.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Which roles one account may not hold on the same day, from `incompatible-roles.txt`, wherever they
/// are held.
final class IncompatibleRoles {

    static final IncompatibleRoles ALL = new IncompatibleRoles();

    private final Map<Role, Set<Role>> excluded = new EnumMap<>(Role.class);

    private IncompatibleRoles() {
        for (var line : RoleData.table("incompatible-roles.txt", 3)) {
            var roles = RoleData.roles(line.get(0));
            var others = line.get(1).equals("*") ? except(roles) : RoleData.roles(line.get(1));
            roles.forEach(role -> others.forEach(other -> exclude(role, other)));
        }
    }

    /// The same both ways round.
    boolean apart(Role one, Role other) {
        return excluded.getOrDefault(one, Set.of()).contains(other);
    }

    private void exclude(Role role, Role other) {
        excluded.computeIfAbsent(role, _ -> EnumSet.noneOf(Role.class)).add(other);
        excluded.computeIfAbsent(other, _ -> EnumSet.noneOf(Role.class)).add(role);
    }

    private static Set<Role> except(Set<Role> roles) {
        var others = EnumSet.copyOf(RoleData.GIVEN);
        others.removeAll(roles);
        return others;
    }
}
