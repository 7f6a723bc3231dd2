package cn.shouwang.bench.drill.intruder;

/// Who attacks: an account or, with an empty name, nobody.
///
/// @param division the prefix of what this office works for; empty for nobody
/// @param readsRows whether the office reads households at all, within its division
/// @param cookies what the browser sends to the gateway; empty without a session
/// @param csrf the token that goes with the session
/// @param token an access token of this account, for who goes past the gateway
record Intruder(String account, String division, boolean readsRows, String cookies, String csrf, String token) {

    static Intruder nobody() {
        return new Intruder("", "", false, "", "", "");
    }

    boolean isNobody() {
        return account.isEmpty();
    }

    /// For findings.
    String name() {
        return isNobody() ? "nobody" : account;
    }
}
