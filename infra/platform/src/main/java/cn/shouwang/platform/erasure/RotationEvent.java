package cn.shouwang.platform.erasure;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What can happen to the installation's key. `division` is the service's whole area.
public sealed interface RotationEvent extends Placed {

    ErasureId rotation();

    LocalDate on();

    @Stored("rotation.ordered")
    @Revision("1")
    record RotationOrdered(ErasureId rotation, String division, LocalDate on) implements RotationEvent {}

    /// Every person key is wrapped by the new key and the old one is dropped; `keys` were wrapped anew.
    @Stored("rotation.done")
    @Revision("1")
    record RotationDone(ErasureId rotation, String division, long keys, LocalDate on) implements RotationEvent {}
}
