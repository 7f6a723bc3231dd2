package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantCommand.ProposeStandIn;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Names a stand-in for a time, by whoever holds the office or the security administrator. It is a grant
/// like any other from then on.
@RestController
@RequestMapping("/stand-ins")
class StandInController {

    record ProposeStandInRequest(
            @NotNull AccountName account,
            @NotNull AccountName standingInFor,
            @NotNull Role role,

            @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division,

            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 200) String reason) {}

    private final GrantDesk desk;

    StandInController(GrantDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Accepted propose(@Valid @RequestBody ProposeStandInRequest request) {
        return desk.decide(new ProposeStandIn(
                GrantId.next(),
                request.account(),
                request.standingInFor(),
                new Office(request.role(), request.division()),
                new Term(request.from(), request.until()),
                request.reason()));
    }
}
