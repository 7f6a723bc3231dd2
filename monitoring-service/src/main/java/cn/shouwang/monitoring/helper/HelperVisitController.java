package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.helper.HelperCommand.CorrectVisit;
import cn.shouwang.monitoring.helper.HelperCommand.RecordVisit;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.Signature;
import cn.shouwang.monitoring.identification.Visit.Guarantees;
import cn.shouwang.monitoring.photo.PhotoAnswer;
import cn.shouwang.monitoring.photo.Position;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in visits, also those made without a connection and sent later, perhaps more than once.
///
/// The device chooses the visit's number and sends it as `Idempotency-Key` too: sent again, a visit is
/// answered as the first time. Without the key a number that is known is refused (`helper.visit-known`), so
/// that in no case a visit is stored twice.
@RestController
@RequestMapping("/households/{household}/visits")
class HelperVisitController {

    /// `at` is when the visit was made, `on` its day in the village.
    record VisitRequest(
            @NotNull VisitId visit,
            @NotNull VisitMode mode,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 60) String> visitors,
            @NotNull @Size(max = 50) List<@NotNull MemberId> met,
            @NotNull @Valid GuaranteesRequest guarantees,

            @NotNull @Digits(integer = 9, fraction = 2) BigDecimal incomeDeltaYuan,

            @Nullable Signature signed,
            @Nullable LocalDate nextOn,

            @NotNull @Size(max = Album.MOST) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> photos,

            @NotNull @Size(max = 1000) String changes,
            @Nullable @Size(max = 1000) String measures,
            @Nullable @Size(max = 1000) String needs,
            @Nullable @Valid PlaceRequest place,
            @NotNull Instant at,
            @NotNull LocalDate on) {

        Call call() {
            return new Call(
                    mode,
                    visitors,
                    met,
                    guarantees.guarantees(),
                    incomeDeltaYuan.movePointRight(2).longValueExact(),
                    signed,
                    nextOn,
                    photos,
                    new Call.Words(changes.strip(), measures, needs),
                    place == null ? null : place.position());
        }
    }

    record GuaranteesRequest(
            @NotNull Boolean housingProblem,
            @NotNull Boolean childOutOfSchool,
            @NotNull Boolean waterProblem,
            @NotNull Boolean memberUninsured) {

        Guarantees guarantees() {
            return new Guarantees(housingProblem, childOutOfSchool, waterProblem, memberUninsured);
        }
    }

    /// Degrees, WGS 84.
    record PlaceRequest(
            @NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude) {

        Position position() {
            return new Position(latitude.doubleValue(), longitude.doubleValue());
        }
    }

    private final Commands commands;
    private final VisitPhotoIntake photos;

    HelperVisitController(Commands commands, VisitPhotoIntake photos) {
        this.commands = commands;
        this.photos = photos;
    }

    @PostMapping
    Accepted record(@PathVariable HouseholdId household, @Valid @RequestBody VisitRequest request) {
        return commands.send(new RecordVisit(household, request.visit(), request.call(), request.at(), request.on()));
    }

    /// The visit told here takes the place of `{visit}`.
    @PostMapping("/{visit}/correction")
    Accepted correct(
            @PathVariable HouseholdId household,
            @PathVariable VisitId visit,
            @Valid @RequestBody VisitRequest request) {
        return commands.send(
                new CorrectVisit(household, request.visit(), visit, request.call(), request.at(), request.on()));
    }
    /// One photo of a visit, as the bare file; named by the visit or not, it comes when there is a connection.
    /// Sent again, under whatever key, it is answered as the first time.
    @PostMapping("/{visit}/photos")
    ResponseEntity<PhotoAnswer> photo(
            @PathVariable HouseholdId household,
            @PathVariable VisitId visit,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody byte[] file) {
        return photos.take(household, visit, file, type);
    }
}
