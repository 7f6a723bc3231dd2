package cn.shouwang.pear;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// A history with no meaning, for tests of the plumbing.
public sealed interface PearEvent extends Placed {

    @Stored("pear.planted")
    @Revision("1")
    record PearPlanted(String pear, String division, LocalDate on) implements PearEvent {}

    @Stored("pear.watered")
    @Revision("1")
    record PearWatered(String pear, String division, int litres) implements PearEvent {}
}
