package cn.shouwang.platform.parking;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What was done about messages that could not be handled.
///
/// `reader` and `subject` name the queue, `message` the message in it. A message tells no reliable
/// place, so `division` is the service's whole area; `on` is the day of the act. Who acted is in
/// the metadata.
public sealed interface ParkingEvent extends Placed {

    String reader();

    String subject();

    String message();

    LocalDate on();

    /// Put aside, for `code` of `kind`, a name of [Failure.Kind].
    @Stored("parking.message-parked")
    @Revision("1")
    record MessageParked(
            String reader,
            String subject,
            String message,
            String type,
            String kind,
            String code,
            String division,
            LocalDate on)
            implements ParkingEvent {}

    /// Handled again. Without `kind` and `code` it went well and the message has left the queue;
    /// with them it failed anew and stays.
    @Stored("parking.message-retried")
    @Revision("1")
    record MessageRetried(
            String reader,
            String subject,
            String message,
            @Nullable String kind,
            @Nullable String code,
            String division,
            LocalDate on)
            implements ParkingEvent {}

    /// Given up by a person, who says why; it will never be handled.
    @Stored("parking.message-discarded")
    @Revision("1")
    record MessageDiscarded(String reader, String subject, String message, String reason, String division, LocalDate on)
            implements ParkingEvent {}
}
