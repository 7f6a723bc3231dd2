package cn.shouwang.bench.asof;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What else a log holds: looks at files, tasks, messages. Each mentions a file.
sealed interface OtherEvent extends Placed {

    @Stored("other.noted")
    @Revision("1")
    record OtherNoted(String note, String division, String about, String code, LocalDate on) implements OtherEvent {}
}
