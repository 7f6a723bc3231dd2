package cn.shouwang.monitoring.identification;

/// How an authorization was signed. Stored by name: add, never rename.
public enum Signature {
    SIGNATURE,
    FINGERPRINT
}
