package cn.shouwang.identity.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shouwang.identity.account.AccountName;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A grant's number, the key of its event stream, and the claim `grant` of the tokens it leads to.
public record GrantId(UUID value) {

    @JsonCreator
    public static GrantId of(String text) {
        return new GrantId(UUID.fromString(text));
    }

    static GrantId next() {
        return new GrantId(UUID.randomUUID());
    }

    /// The one grant that an account of the users file begins with.
    static GrantId first(AccountName account) {
        return new GrantId(UUID.nameUUIDFromBytes(("first-grant/" + account).getBytes(UTF_8)));
    }

    /// The bare value: Axon keys streams by it.
    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
