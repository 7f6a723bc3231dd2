package cn.shouwang.platform.flag;

import cn.shouwang.platform.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flag with the events it rests on; `elsewhere` counts those outside the caller's division.
record FlagDetail(FlagEntry flag, List<Event> events, int elsewhere) {

    /// One event: both its times, who recorded it in which office, and nothing of what it says.
    record Event(
            long position,
            String event,
            String words,
            String stream,
            String division,
            Instant recordedAt,
            @Nullable LocalDate on,
            String account,
            Role role) {}
}
