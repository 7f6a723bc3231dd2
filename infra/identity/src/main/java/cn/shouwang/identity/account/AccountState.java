package cn.shouwang.identity.account;

/// Whether an account can be used. Only an open one signs in.
public enum AccountState {
    OPEN,
    LOCKED,
    CLOSED
}
