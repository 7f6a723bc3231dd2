package cn.shouwang.identity.grant;

import cn.shouwang.platform.security.Role;

/// A role at a place: what a grant gives and a token says.
///
/// @param division the prefix of all divisions the office reaches: 6, 9 or 12 digits
public record Office(Role role, String division) {

    /// Whether the division is of the kind that the role has its place in.
    public boolean fits() {
        return role.fits(division);
    }
}
