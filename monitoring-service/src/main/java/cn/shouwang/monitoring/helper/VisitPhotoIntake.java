package cn.shouwang.monitoring.helper;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.helper.HelperCommand.AddVisitPhoto;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.photo.KeptPhoto;
import cn.shouwang.monitoring.photo.PhotoAnswer;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.photo.PhotoStore;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Gate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Takes the photos of a visit in, once each, however often a device sends them.
///
/// The photo is its own key: sent again to its visit, under whatever `Idempotency-Key`, it is answered as
/// the first time, and nothing is stored.
@Component
final class VisitPhotoIntake {

    private static final PageQuery ONE = new PageQuery(1, 1);

    private final PhotoStore store;
    private final Register register;
    private final Listing photos;
    private final Commands commands;
    private final Gate gate;
    private final Clock clock;

    VisitPhotoIntake(PhotoStore store, Register register, Views views, Commands commands, Gate gate, Clock clock) {
        this.store = store;
        this.register = register;
        this.photos = views.listing(VisitPhotoConfiguration.KIND.view());
        this.commands = commands;
        this.gate = gate;
        this.clock = clock;
    }

    ResponseEntity<PhotoAnswer> take(HouseholdId household, VisitId visit, byte[] file, MediaType declared) {
        gate.actor().mustReach(register.of(household).village()); // before anything is kept for it
        var digest = sha256(file);
        var id = PhotoId.of(visit.toString(), digest);
        var kept = store.keep(VisitPhotoConfiguration.KIND, visit.toString(), file, declared, _ -> id);
        try {
            return added(new AddVisitPhoto(household, visit, digest, kept, LocalDate.now(clock)));
        } catch (RuleBroken refusal) {
            if (!refusal.rule().equals("helper.photo-twice")) {
                throw refusal;
            }
            return known(household, visit, digest, kept).orElseThrow(() -> refusal);
        }
    }

    private ResponseEntity<PhotoAnswer> added(AddVisitPhoto command) {
        var photo = command.photo().photo().toString();
        var accepted = commands.sendOnce(command, "visit-photo:" + command.household() + ":" + photo);
        return new PhotoAnswer(accepted.id(), photo, accepted.position()).with(HttpStatus.CREATED);
    }

    /// The photo by which the visit has it: one that came for the visit it corrects, or the same picture from
    /// another file.
    private Optional<ResponseEntity<PhotoAnswer>> known(
            HouseholdId household, VisitId visit, String digest, KeptPhoto kept) {
        var same = and(
                eq("household", household.toString()),
                eq("visit", visit.toString()),
                or(eq("digest", digest), eq("likeness", kept.likeness())));
        return photos
                .page(
                        gate.scope(),
                        same,
                        ascending("_id"),
                        ONE,
                        row -> new PhotoAnswer(
                                new HelperId(household).toString(), row.getString("_id"), row.getLong("at")))
                .items()
                .stream()
                .findFirst()
                .map(answer -> answer.with(HttpStatus.OK));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
