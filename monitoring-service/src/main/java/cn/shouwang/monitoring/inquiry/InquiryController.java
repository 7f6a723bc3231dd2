package cn.shouwang.monitoring.inquiry;

import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.inquiry.InquiryCommand.RequestComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.ReturnComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.SpareComparison;
import cn.shouwang.monitoring.inquiry.InquiryCommand.WeighHits;
import cn.shouwang.monitoring.inquiry.InquiryCommand.WithdrawAuthorization;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in what departments are asked about a household in its case, and what they answer.
@RestController
@RequestMapping("/households/{household}")
class InquiryController {

    record ComparisonRequest(
            @NotBlank @Size(max = 41) String ground,
            @NotBlank @Size(max = 100) String reference,
            @NotEmpty @Size(max = 40) List<@NotNull Dataset> datasets,
            @NotNull LocalDate on) {}

    record SparingRequest(
            @NotBlank @Size(max = 100) String paper,
            @NotNull LocalDate on) {}

    record ReturnRequest(
            @NotNull @Size(max = 40) List<@NotNull @Valid HitEntry> hits,
            @NotNull LocalDate on) {

        record HitEntry(@NotNull Dataset dataset, @NotNull Effect effect) {}
    }

    record WeighingRequest(
            @NotBlank @Size(max = 1000) String ground,
            @NotNull LocalDate on) {}

    record WithdrawalRequest(@NotNull LocalDate on) {}

    private final Commands commands;

    InquiryController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/comparison")
    Accepted request(@PathVariable HouseholdId household, @Valid @RequestBody ComparisonRequest request) {
        return commands.send(new RequestComparison(
                household, request.ground(), request.reference(), request.datasets(), request.on()));
    }

    @PostMapping("/comparison/sparing")
    Accepted spare(@PathVariable HouseholdId household, @Valid @RequestBody SparingRequest request) {
        return commands.send(new SpareComparison(household, request.paper(), request.on()));
    }

    @PostMapping("/comparison/return")
    Accepted answer(@PathVariable HouseholdId household, @Valid @RequestBody ReturnRequest request) {
        var hits = request.hits().stream()
                .map(hit -> new Hit(hit.dataset(), hit.effect()))
                .toList();
        return commands.send(new ReturnComparison(household, hits, request.on()));
    }

    @PostMapping("/comparison/weighing")
    Accepted weigh(@PathVariable HouseholdId household, @Valid @RequestBody WeighingRequest request) {
        return commands.send(new WeighHits(household, request.ground(), request.on()));
    }

    @PostMapping("/authorization-withdrawal")
    Accepted withdraw(@PathVariable HouseholdId household, @Valid @RequestBody WithdrawalRequest request) {
        return commands.send(new WithdrawAuthorization(household, request.on()));
    }
}
