package cn.shouwang.identity.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody signs in as, the `sub` of their tokens and the key of the account's event stream: 1 to
/// 64 letters, digits, dots, dashes, underscores.
public record AccountName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public AccountName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of an account"); // without what was typed
        }
    }

    @JsonCreator
    public static AccountName of(String text) {
        return new AccountName(text);
    }

    /// What somebody typed, if it can be a name at all.
    public static Optional<AccountName> typed(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AccountName(text)) : Optional.empty();
    }

    /// The bare value: Axon keys streams by it.
    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
