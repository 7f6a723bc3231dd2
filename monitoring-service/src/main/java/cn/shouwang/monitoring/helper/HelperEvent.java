package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Whose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/// What can happen between a household and who helps it.
///
/// This service's own history. A component may be added, never renamed, retyped or removed.
/// `division` is the village, `on` the day the fact was true there. `term` counts the household's
/// helpers from 1. `next` is absent when nobody has to visit. A visit was made `at` an instant of
/// day `on` and may have been recorded much later, which metadata tells; `latestOn` is the day of
/// the latest visit there is by then. What was said on a visit is sealed under the visit's own
/// number.
public sealed interface HelperEvent extends Placed {

    HouseholdId household();

    LocalDate on();

    @Stored("helper.assigned")
    @Revision("1")
    record HelperAssigned(
            HouseholdId household,
            String division,
            int term,
            String account,
            @Whose("account:helper") Contact contact,
            Office office,
            @Nullable NextVisit next,
            LocalDate on)
            implements HelperEvent {}

    /// `former` helped until then.
    @Stored("helper.replaced")
    @Revision("1")
    record HelperReplaced(
            HouseholdId household,
            String division,
            int term,
            String former,
            String account,
            @Whose("account:helper") Contact contact,
            Office office,
            @Nullable NextVisit next,
            LocalDate on)
            implements HelperEvent {}

    @Stored("helper.ended")
    @Revision("1")
    record HelperEnded(HouseholdId household, String division, int term, String account, LocalDate on)
            implements HelperEvent {}

    /// `recorder` is the account that sent it in.
    @Stored("helper.visit-recorded")
    @Revision("1")
    record VisitRecorded(
            HouseholdId household,
            String division,
            VisitId visit,
            @Whose("visit") Call call,
            LocalDate latestOn,
            @Nullable NextVisit next,
            String recorder,
            Instant at,
            LocalDate on)
            implements HelperEvent {}

    /// `visit` takes the place of the visit `corrects`, which is to be read no more.
    @Stored("helper.visit-corrected")
    @Revision("1")
    record VisitCorrected(
            HouseholdId household,
            String division,
            VisitId visit,
            VisitId corrects,
            @Whose("visit") Call call,
            LocalDate latestOn,
            @Nullable NextVisit next,
            String recorder,
            Instant at,
            LocalDate on)
            implements HelperEvent {}
    /// A photo of a visit, which may come long after the visit was recorded. `at` and `on` are those of the
    /// visit; metadata tells when the photo came.
    @Stored("helper.visit-photo-added")
    @Revision("1")
    record VisitPhotoAdded(
            HouseholdId household,
            String division,
            VisitId visit,
            @Whose("visit") Shot shot,
            Instant at,
            LocalDate on) implements HelperEvent {}

    /// Photos that came for the visit `corrects` before its correction are those of `visit` now; their bytes
    /// stay sealed under the visit they came for.
    @Stored("helper.visit-photos-kept")
    @Revision("1")
    record VisitPhotosKept(
            HouseholdId household, String division, VisitId visit, VisitId corrects, List<Kept> photos, LocalDate on)
            implements HelperEvent {

        public VisitPhotosKept {
            photos = List.copyOf(photos);
        }

        /// A photo and the digest of the file it was.
        public record Kept(PhotoId photo, String digest) {}
    }
}
