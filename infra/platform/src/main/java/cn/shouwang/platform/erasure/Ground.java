package cn.shouwang.platform.erasure;

/// Why a person is forgotten. Stored by name: add, never rename.
///
/// Source: Personal Information Protection Law, article 47, which lists when a handler must delete.
public enum Ground {
    /// The purpose is reached or can no longer be reached.
    PURPOSE_ENDED,
    /// The time for which it may be kept is over.
    RETENTION_ENDED,
    /// Consent, where it was the basis, was withdrawn.
    CONSENT_WITHDRAWN,
    /// It should never have been collected, or was handled against the law.
    UNLAWFUL
}
