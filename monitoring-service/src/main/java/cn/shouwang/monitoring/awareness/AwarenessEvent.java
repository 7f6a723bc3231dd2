package cn.shouwang.monitoring.awareness;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/// What is recorded of a place. `division` is where it was held, or the village of the sheets.
public sealed interface AwarenessEvent extends Placed {

    AwarenessId place();

    LocalDate on();

    /// `evidence` refers to the papers, e.g. the list of those present by its number, not by its names.
    @Stored("awareness.training-held")
    @Revision("1")
    record TrainingHeld(
            AwarenessId place,
            String division,
            TrainingKind kind,
            String topic,
            int attendees,
            String evidence,
            LocalDate on)
            implements AwarenessEvent {}

    /// By `on`, `households` of the village have the sheet; a later count takes the place of this one.
    @Stored("awareness.sheets-distributed")
    @Revision("1")
    record SheetsDistributed(AwarenessId place, String division, SheetKind kind, int households, LocalDate on)
            implements AwarenessEvent {}
}
