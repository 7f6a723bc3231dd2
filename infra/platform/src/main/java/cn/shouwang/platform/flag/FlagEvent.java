package cn.shouwang.platform.flag;

import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can be said about a flag. `division`, `kind` and `account` are the flag's, so that the event speaks
/// for itself should the rules change; `subject` is under whose key the words are sealed: the thing the
/// flag is about, or the flag itself. Who spoke is metadata, `on` the day.
public sealed interface FlagEvent extends Placed {

    FlagId flag();

    FlagKind kind();

    String account();

    LocalDate on();

    /// The account or office concerned says why.
    @Stored("flag.explained")
    @Revision("1")
    record FlagExplained(
            FlagId flag,
            String division,
            FlagKind kind,
            String account,
            String subject,
            @Personal @Whose("subject") String text,
            LocalDate on)
            implements FlagEvent {}

    /// A checker has looked at it.
    @Stored("flag.reviewed")
    @Revision("1")
    record FlagReviewed(
            FlagId flag,
            String division,
            FlagKind kind,
            String account,
            Outcome outcome,
            String subject,
            @Nullable @Personal @Whose("subject") String note,
            LocalDate on)
            implements FlagEvent {}
}
