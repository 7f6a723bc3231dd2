package cn.shouwang.platform.erasure;

import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/// What can happen on the way to forgetting someone. Who acted is in the metadata; the proposer's account
/// stands in the event too, since a rule asks for it.
///
/// A read model that holds more about a subject than [cn.shouwang.platform.sealing.SealedText], such as a
/// keyed hash, gives it up at [ErasureApproved].
public sealed interface ErasureEvent extends Placed {

    ErasureId erasure();

    LocalDate on();

    /// `about` is the id under which people know whom this is about; `subjects` are all whose keys are to be
    /// destroyed.
    @Stored("erasure.proposed")
    @Revision("1")
    record ErasureProposed(
            ErasureId erasure,
            String division,
            String about,
            List<String> subjects,
            Ground ground,
            @Personal String reason,
            String proposer,
            LocalDate on)
            implements ErasureEvent {}

    /// From here on there is no way back.
    @Decides(on = ErasureProposed.class)
    @Stored("erasure.approved")
    @Revision("1")
    record ErasureApproved(ErasureId erasure, String division, String about, List<String> subjects, LocalDate on)
            implements ErasureEvent {}

    @Decides(on = ErasureProposed.class)
    @Stored("erasure.refused")
    @Revision("1")
    record ErasureRefused(
            ErasureId erasure, String division, @Personal String reason, LocalDate on) implements ErasureEvent {}

    /// The keys are gone.
    @Stored("erasure.carried-out")
    @Revision("1")
    record ErasureCarriedOut(ErasureId erasure, String division, LocalDate on) implements ErasureEvent {}
}
