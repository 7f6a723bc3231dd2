package cn.shouwang.platform.flag;

import cn.shouwang.platform.security.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One flag: what was noticed in `words`, what may explain it in `innocent`, and in `note` that it accuses
/// nobody.
///
/// `on` is the village day in question: when the fact is said to be true, the night's evening, the day off.
/// `firstAt` and `lastAt` are when the first and the last of `count` events were recorded, `positions` the
/// first 200 of them in the log. `stream`, `about` and `event` belong to what is about one thing.
record FlagEntry(
        FlagId flag,
        FlagKind kind,
        String title,
        String words,
        String innocent,
        String note,
        FlagState state,
        String stateWords,
        String division,
        Account account,
        Measure measure,
        Rule rule,
        @Nullable String on,
        Instant firstAt,
        Instant lastAt,
        int count,
        List<Long> positions,
        @Nullable String stream,
        @Nullable String about,
        @Nullable String event,
        @Nullable String eventWords,
        @Nullable Said explanation,
        @Nullable Said review) {

    /// Whose act it was: the account and the office in which it acted, never a name.
    record Account(String account, Role role, String office, String division) {}

    record Measure(long value, FlagKind.Unit unit) {}

    /// By which rule: the first day of its edition, where its figures are from, from how much on, and
    /// within which time: minutes of a bulk, hours of copies.
    record Rule(
            String edition,
            String source,
            long threshold,
            @Nullable Integer within) {}

    /// What was said, by which account. `text` is missing where the caller may not read it, nothing was
    /// said in words, or it was forgotten.
    record Said(String account, Instant at, @Nullable String text) {}
}
