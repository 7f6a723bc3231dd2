package cn.shouwang.platform.console;

import cn.shouwang.platform.event.Placed;
import java.time.LocalDate;

/// What was done at the console. Who acted is in the metadata; `division` is the service's whole area, `on`
/// the day of the act.
public sealed interface ConsoleEvent extends Placed permits ReaderEvent, ViewEvent {

    LocalDate on();
}
