package cn.shouwang.identity.grant;

/// How far a grant has come. Only a confirmed one is in force, on the days of its term.
public enum GrantState {
    PROPOSED,
    CONFIRMED,
    REFUSED,
    REVOKED
}
