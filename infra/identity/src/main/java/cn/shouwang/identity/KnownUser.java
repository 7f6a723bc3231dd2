package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.Office;
import org.jspecify.annotations.Nullable;

/// A user as the users file has it.
///
/// @param password encoded, `{bcrypt}$2a$…`
/// @param office what an account that the log does not know yet begins with; none where the account
///     is opened and granted by the administrators
/// @param name what screens show; only ever in the id token
record KnownUser(
        AccountName username, String password, @Nullable Office office, String name) {

    /// Hides the password and the name.
    @Override
    public String toString() {
        return "KnownUser[username=%s, office=%s]".formatted(username, office);
    }
}
