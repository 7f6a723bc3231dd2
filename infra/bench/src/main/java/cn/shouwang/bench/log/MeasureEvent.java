package cn.shouwang.bench.log;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import org.axonframework.serialization.Revision;

/// What is stored: some 300 bytes of JSON, as a step of a case is.
sealed interface MeasureEvent extends Placed {

    @Stored("measure.noted")
    @Revision("1")
    record Noted(String division, String on, long amountFen, String note) implements MeasureEvent {}
}
