package cn.shouwang.bench.asof;

import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What happens to the files of families, as many events as a register of ours has, and what else a log holds.
sealed interface FileEvent extends Placed {

    @Stored("file.opened")
    @Revision("1")
    record FileOpened(String file, String division, String kind, LocalDate on) implements FileEvent {}

    @Stored("file.person-added")
    @Revision("1")
    record PersonAdded(
            String file,
            String division,
            String member,
            @Personal @Whose("member") String name,
            String relation,
            LocalDate on)
            implements FileEvent {}

    @Stored("file.stepped")
    @Revision("1")
    record FileStepped(String file, String division, String step, long amountFen, LocalDate on) implements FileEvent {}
}
