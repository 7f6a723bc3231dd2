package cn.shouwang.monitoring.forgetting;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.platform.erasure.Erasures;
import cn.shouwang.platform.erasure.Ground;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Proposes that a person be forgotten; the answer's `id` is the erasure a second person decides on.
@RestController
class ForgettingController {

    record ForgetRequest(
            @NotNull Ground ground,
            @NotBlank @Size(max = 500) String reason) {}

    private final Reach reach;
    private final Erasures erasures;

    ForgettingController(Reach reach, Erasures erasures) {
        this.reach = reach;
        this.erasures = erasures;
    }

    @PostMapping("/households/{household}/members/{member}/erasures")
    Accepted forget(
            @PathVariable HouseholdId household,
            @PathVariable MemberId member,
            @Valid @RequestBody ForgetRequest request) {
        var found = reach.of(household, member, request.ground());
        return erasures.propose(
                member.toString(), found.division(), found.subjects(), request.ground(), request.reason());
    }
}
