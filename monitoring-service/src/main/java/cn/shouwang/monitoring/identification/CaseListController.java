package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.IdentificationCommand.Announce;
import cn.shouwang.monitoring.identification.IdentificationCommand.Determine;
import cn.shouwang.monitoring.identification.IdentificationCommand.EndPublicity;
import cn.shouwang.monitoring.identification.IdentificationCommand.HoldAppraisal;
import cn.shouwang.monitoring.identification.IdentificationCommand.PassTownReview;
import cn.shouwang.monitoring.identification.IdentificationCommand.StartPublicity;
import cn.shouwang.monitoring.identification.IdentificationController.AppraisalRequest;
import cn.shouwang.monitoring.identification.IdentificationController.AppraisalRequest.Conclusion;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.command.Together;
import cn.shouwang.platform.command.Together.Done;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in the steps that a village, a town or the county takes with a list of households: one meeting, one
/// board, one review, one decision. What holds for all is told once.
///
/// Each household keeps its own stream and is decided about by itself: the answer is 200 and tells which were
/// refused by which rule. One that is named twice counts with what was told last.
@RestController
@RequestMapping("/case-lists")
class CaseListController {

    private static final int MOST = 200;

    record AppraisalList(
            @NotNull @PositiveOrZero Integer attendance,
            @NotBlank @Size(max = 100) String minutes,
            @NotEmpty @Size(max = MOST) List<@NotNull @Valid Appraised> households,
            @NotNull LocalDate on) {

        /// `category` and `risks` are told with PROPOSE, and only then.
        record Appraised(
                @NotNull HouseholdId household,
                @NotNull @PositiveOrZero Integer inFavour,
                @NotNull @PositiveOrZero Integer against,
                @NotNull @PositiveOrZero Integer abstained,
                @NotNull Conclusion conclusion,
                @Nullable Category category,
                @Nullable List<@NotNull RiskType> risks) {

            @AssertTrue(message = "category and risks belong to PROPOSE")
            boolean isConclusive() {
                return conclusion == Conclusion.PROPOSE
                        ? category != null && risks != null
                        : category == null && risks == null;
            }
        }

        Appraisal of(Appraised one) {
            return new AppraisalRequest(
                            attendance,
                            one.inFavour(),
                            one.against(),
                            one.abstained(),
                            one.conclusion(),
                            one.category(),
                            one.risks(),
                            minutes,
                            on)
                    .appraisal();
        }
    }

    record PublicityList(
            @NotBlank @Size(max = 100) String place,
            @NotEmpty @Size(max = MOST) List<@NotNull @Valid Noticed> households,
            @NotNull LocalDate on) {

        record Noticed(
                @NotNull HouseholdId household,
                @NotBlank @Size(max = 2000) String notice) {}
    }

    record PublicityEndList(
            @NotEmpty @Size(max = MOST) List<@NotNull HouseholdId> households,
            @NotNull LocalDate on) {}

    /// `sampled` says which of them the town saw for itself; absent it did not.
    record TownReviewList(
            @NotBlank @Size(max = 1000) String opinion,
            @NotEmpty @Size(max = MOST) List<@NotNull @Valid Reviewed> households,
            @NotNull LocalDate on) {

        record Reviewed(
                @NotNull HouseholdId household, @Nullable Boolean sampled) {}
    }

    record DeterminationList(
            @NotBlank @Size(max = 100) String decisionNo,
            @NotEmpty @Size(max = MOST) List<@NotNull @Valid Determined> households,
            @NotNull LocalDate on) {

        record Determined(
                @NotNull HouseholdId household,
                @NotNull Category category,
                @NotNull List<@NotNull RiskType> risks,
                @Nullable @Size(min = 1, max = 1000) String ground) {}
    }

    record AnnouncementList(
            @NotBlank @Size(max = 100) String place,
            @NotEmpty @Size(max = MOST) List<@NotNull HouseholdId> households,
            @NotNull LocalDate on) {}

    private final Together together;

    CaseListController(Commands commands) {
        this.together = new Together(commands);
    }

    @PostMapping("/appraisal")
    ResponseEntity<Done> appraise(@Valid @RequestBody AppraisalList list) {
        return each(
                list.households(),
                AppraisalList.Appraised::household,
                one -> new HoldAppraisal(one.household(), list.of(one), list.on()));
    }

    @PostMapping("/publicity")
    ResponseEntity<Done> publicise(@Valid @RequestBody PublicityList list) {
        return each(
                list.households(),
                PublicityList.Noticed::household,
                one -> new StartPublicity(one.household(), list.place(), one.notice(), list.on()));
    }

    @PostMapping("/publicity-end")
    ResponseEntity<Done> takeDown(@Valid @RequestBody PublicityEndList list) {
        return each(list.households(), Function.identity(), one -> new EndPublicity(one, list.on()));
    }

    @PostMapping("/town-review")
    ResponseEntity<Done> passTown(@Valid @RequestBody TownReviewList list) {
        return each(
                list.households(),
                TownReviewList.Reviewed::household,
                one -> new PassTownReview(
                        one.household(), list.opinion(), Boolean.TRUE.equals(one.sampled()), list.on()));
    }

    @PostMapping("/determination")
    ResponseEntity<Done> determine(@Valid @RequestBody DeterminationList list) {
        return each(
                list.households(),
                DeterminationList.Determined::household,
                one -> new Determine(
                        one.household(),
                        list.decisionNo(),
                        new Finding(one.category(), new Risks(one.risks())),
                        one.ground(),
                        list.on()));
    }

    @PostMapping("/announcement")
    ResponseEntity<Done> announce(@Valid @RequestBody AnnouncementList list) {
        return each(list.households(), Function.identity(), one -> new Announce(one, list.place(), list.on()));
    }

    private <T> ResponseEntity<Done> each(
            List<T> households, Function<T, HouseholdId> household, Function<T, IdentificationCommand> command) {
        var commands = new LinkedHashMap<String, IdentificationCommand>();
        households.forEach(one -> commands.put(household.apply(one).toString(), command.apply(one)));
        var done = together.send(commands);
        return ResponseEntity.ok()
                .header("Log-Position", Long.toString(done.position()))
                .body(done);
    }
}
