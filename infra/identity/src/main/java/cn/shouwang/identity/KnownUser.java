package cn.shouwang.identity;

/// A user as the users file has it.
///
/// @param password encoded, `{bcrypt}$2a$…`
/// @param division county, town or village: 6, 9 or 12 digits
/// @param name what screens show; only ever in the id token
record KnownUser(String username, String password, Role role, String division, String name) {

    /// Hides the password and the name.
    @Override
    public String toString() {
        return "KnownUser[username=%s, role=%s, division=%s]".formatted(username, role, division);
    }
}
