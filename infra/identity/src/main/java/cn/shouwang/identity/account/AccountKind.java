package cn.shouwang.identity.account;

/// What stands behind an account. Stored by name: add, never rename.
public enum AccountKind {
    /// One person, who alone knows the password.
    PERSON,
    /// A desk that is handed on with its password, like every account an installation starts with.
    DESK
}
