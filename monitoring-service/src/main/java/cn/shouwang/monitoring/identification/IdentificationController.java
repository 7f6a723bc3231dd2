package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.identification.IdentificationCommand.Announce;
import cn.shouwang.monitoring.identification.IdentificationCommand.Determine;
import cn.shouwang.monitoring.identification.IdentificationCommand.EndPublicity;
import cn.shouwang.monitoring.identification.IdentificationCommand.HoldAppraisal;
import cn.shouwang.monitoring.identification.IdentificationCommand.OpenIdentification;
import cn.shouwang.monitoring.identification.IdentificationCommand.PassTownReview;
import cn.shouwang.monitoring.identification.IdentificationCommand.RaiseObjection;
import cn.shouwang.monitoring.identification.IdentificationCommand.Reject;
import cn.shouwang.monitoring.identification.IdentificationCommand.ResolveObjection;
import cn.shouwang.monitoring.identification.IdentificationCommand.ReturnFromTown;
import cn.shouwang.monitoring.identification.IdentificationCommand.SignAuthorization;
import cn.shouwang.monitoring.identification.IdentificationCommand.StartPublicity;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in the steps of a household's case in the order of the procedure; the visit form has a
/// controller of its own.
@RestController
@RequestMapping("/households/{household}/identification")
class IdentificationController {

    record OpenRequest(
            @Nullable ClueId clue,
            @NotNull LocalDate visitBy,
            @NotNull LocalDate on) {}

    record AuthorizationRequest(
            @NotNull MemberId signer,
            @NotNull Signature how,
            @NotNull Boolean filledByHelper,
            @NotNull LocalDate on) {}

    /// `category` and `risks` are told with PROPOSE, and only then.
    record AppraisalRequest(
            @NotNull @PositiveOrZero Integer attendance,
            @NotNull @PositiveOrZero Integer inFavour,
            @NotNull @PositiveOrZero Integer against,
            @NotNull @PositiveOrZero Integer abstained,
            @NotNull Conclusion conclusion,
            @Nullable Category category,
            @Nullable List<@NotNull RiskType> risks,
            @NotBlank @Size(max = 100) String minutes,
            @NotNull LocalDate on) {

        enum Conclusion {
            PROPOSE,
            DO_NOT_PROPOSE
        }

        @AssertTrue(message = "category and risks belong to PROPOSE")
        boolean isConclusive() {
            return conclusion == Conclusion.PROPOSE
                    ? category != null && risks != null
                    : category == null && risks == null;
        }

        Appraisal appraisal() {
            return new Appraisal(
                    attendance,
                    new Appraisal.Votes(inFavour, against, abstained),
                    category == null || risks == null ? null : new Finding(category, new Risks(risks)),
                    minutes);
        }
    }

    record PublicityRequest(
            @NotBlank @Size(max = 100) String place,
            @NotBlank @Size(max = 2000) String notice,
            @NotNull LocalDate on) {}

    record ObjectionRequest(
            @NotNull Objector by,
            @NotBlank @Size(max = 1000) String text,
            @NotNull LocalDate on) {}

    record ResolutionRequest(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 1000) String explanation,
            @NotNull LocalDate on) {

        enum Outcome {
            UPHELD,
            DISMISSED
        }
    }

    record PublicityEndRequest(@NotNull LocalDate on) {}

    /// `sampled` says whether the town saw the household for itself; absent it did not.
    record TownReviewRequest(
            @NotBlank @Size(max = 1000) String opinion,
            @Nullable Boolean sampled,
            @NotNull LocalDate on) {}

    record TownReturnRequest(
            @NotBlank @Size(max = 1000) String reason,
            @NotNull LocalDate on) {}

    record DeterminationRequest(
            @NotBlank @Size(max = 100) String decisionNo,
            @NotNull Category category,
            @NotNull List<@NotNull RiskType> risks,
            @Nullable @Size(min = 1, max = 1000) String ground,
            @NotNull LocalDate on) {}

    record RejectionRequest(
            @NotNull RejectionReason reason,
            @NotBlank @Size(max = 1000) String explanation,
            @NotNull LocalDate on) {}

    record AnnouncementRequest(
            @NotBlank @Size(max = 100) String place,
            @NotNull LocalDate on) {}

    private final Commands commands;

    IdentificationController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    Accepted open(@PathVariable HouseholdId household, @Valid @RequestBody OpenRequest request) {
        return commands.send(new OpenIdentification(household, request.clue(), request.visitBy(), request.on()));
    }

    @PostMapping("/authorization")
    Accepted authorize(@PathVariable HouseholdId household, @Valid @RequestBody AuthorizationRequest request) {
        return commands.send(new SignAuthorization(
                household, request.signer(), request.how(), request.filledByHelper(), request.on()));
    }

    @PostMapping("/appraisal")
    Accepted appraise(@PathVariable HouseholdId household, @Valid @RequestBody AppraisalRequest request) {
        return commands.send(new HoldAppraisal(household, request.appraisal(), request.on()));
    }

    @PostMapping("/publicity")
    Accepted publicise(@PathVariable HouseholdId household, @Valid @RequestBody PublicityRequest request) {
        return commands.send(new StartPublicity(household, request.place(), request.notice(), request.on()));
    }

    @PostMapping("/objections")
    Accepted object(@PathVariable HouseholdId household, @Valid @RequestBody ObjectionRequest request) {
        return commands.send(new RaiseObjection(household, request.by(), request.text(), request.on()));
    }

    @PostMapping("/objections/{objection}/resolution")
    Accepted resolve(
            @PathVariable HouseholdId household,
            @PathVariable int objection,
            @Valid @RequestBody ResolutionRequest request) {
        var upheld = request.outcome() == ResolutionRequest.Outcome.UPHELD;
        return commands.send(new ResolveObjection(household, objection, upheld, request.explanation(), request.on()));
    }

    @PostMapping("/publicity-end")
    Accepted takeDown(@PathVariable HouseholdId household, @Valid @RequestBody PublicityEndRequest request) {
        return commands.send(new EndPublicity(household, request.on()));
    }

    @PostMapping("/town-review")
    Accepted passTown(@PathVariable HouseholdId household, @Valid @RequestBody TownReviewRequest request) {
        return commands.send(
                new PassTownReview(household, request.opinion(), Boolean.TRUE.equals(request.sampled()), request.on()));
    }

    @PostMapping("/town-return")
    Accepted returnFromTown(@PathVariable HouseholdId household, @Valid @RequestBody TownReturnRequest request) {
        return commands.send(new ReturnFromTown(household, request.reason(), request.on()));
    }

    @PostMapping("/determination")
    Accepted determine(@PathVariable HouseholdId household, @Valid @RequestBody DeterminationRequest request) {
        return commands.send(new Determine(
                household,
                request.decisionNo(),
                new Finding(request.category(), new Risks(request.risks())),
                request.ground(),
                request.on()));
    }

    @PostMapping("/rejection")
    Accepted reject(@PathVariable HouseholdId household, @Valid @RequestBody RejectionRequest request) {
        return commands.send(new Reject(household, request.reason(), request.explanation(), request.on()));
    }

    @PostMapping("/announcement")
    Accepted announce(@PathVariable HouseholdId household, @Valid @RequestBody AnnouncementRequest request) {
        return commands.send(new Announce(household, request.place(), request.on()));
    }
}
