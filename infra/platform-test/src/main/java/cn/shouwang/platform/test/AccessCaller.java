package cn.shouwang.platform.test;

import cn.shouwang.platform.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One who asks, seen from [AccessWalk#HOME]: `token` is empty for one who is not signed in; `role` is
/// absent for one whose sign-in does not count.
record AccessCaller(String name, String token, @Nullable Role role, String division) {

    /// Where callers stand. Codes need not exist: only their beginnings matter.
    private static final Map<String, String> PLACES = Map.of(
            "own village", AccessWalk.HOME,
            "sister village", "440233101204",
            "village of another town", "440233102203",
            "village of another county", "440281101203",
            "own town", "440233101",
            "another town", "440233102",
            "own county", "440233",
            "another county", "440281");

    /// Every role at every place, with every flaw of a token, and nobody.
    static List<AccessCaller> all(Issuer issuer) {
        var callers = new ArrayList<AccessCaller>();
        callers.add(new AccessCaller("nobody", "", null, ""));
        for (var role : Role.values()) {
            PLACES.forEach((name, code) -> callers.add(
                    new AccessCaller(role + " at " + name, issuer.token("someone", role, code), role, code)));
            for (var flaw : Issuer.Flaw.values()) {
                var token = issuer.flawed(flaw, "someone", role, at(role));
                callers.add(new AccessCaller(role + " " + flaw, token, null, at(role)));
            }
        }
        return List.copyOf(callers);
    }

    /// A division around [AccessWalk#HOME] in which the role exists, so that nothing but the flaw is
    /// wrong with the token.
    static String at(Role role) {
        return List.of(6, 9, 12).stream()
                .map(digits -> AccessWalk.HOME.substring(0, digits))
                .filter(role::fits)
                .findFirst()
                .orElse(AccessWalk.HOME);
    }

    boolean isNobody() {
        return token.isEmpty();
    }
}
