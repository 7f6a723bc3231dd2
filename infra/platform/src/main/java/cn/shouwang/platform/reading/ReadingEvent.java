package cn.shouwang.platform.reading;

import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen in the read log. A reading is one event.
///
/// Who read, in which office, from which division, and when it was recorded, is metadata. `on` is the
/// day in the clock's zone. Never the value that was shown, nor the text that was searched for.
public sealed interface ReadingEvent extends Placed {

    ReadingId reading();

    LocalDate on();

    /// A field was shown whole until `until`. `about` is the id of the thing, `subject` that of the
    /// person whose key opened it, `field` a name of [Field]. The note falls with the subject's key.
    @Stored("reading.field-revealed")
    @Revision("1")
    record FieldRevealed(
            ReadingId reading,
            String division,
            String about,
            String subject,
            String field,
            Purpose purpose,
            @Nullable @Personal @Whose("subject") String note,
            Instant until,
            LocalDate on)
            implements ReadingEvent {}

    /// Somebody was searched for in all of `division`. `found` counts what was found, `about` names at
    /// most 20 of them by the ids of the things.
    @Stored("reading.identity-searched")
    @Revision("1")
    record IdentitySearched(
            ReadingId reading,
            String division,
            SearchKey by,
            Purpose purpose,
            @Nullable @Personal String note,
            int found,
            List<String> about,
            LocalDate on)
            implements ReadingEvent {

        static final int MOST_NAMED = 20;

        public IdentitySearched {
            about = List.copyOf(about);
        }
    }

    /// `rows` of the list `what` left the suite. `approver` is the account that agreed, where that was
    /// asked.
    @Stored("reading.exported")
    @Revision("1")
    record ListExported(
            ReadingId reading,
            String division,
            String what,
            long rows,
            Purpose purpose,
            @Nullable String approver,
            LocalDate on)
            implements ReadingEvent {}

    /// A signed-in account was refused with `code`, `count` times from `firstAt` to `lastAt`. `route`
    /// is the template of the path, never the path; `*` once one account was refused in more ways a
    /// minute than are told apart.
    @Stored("reading.attempt-refused")
    @Revision("1")
    record AttemptRefused(
            ReadingId reading,
            String division,
            String method,
            String route,
            String code,
            long count,
            Instant firstAt,
            Instant lastAt,
            LocalDate on)
            implements ReadingEvent {}
}
