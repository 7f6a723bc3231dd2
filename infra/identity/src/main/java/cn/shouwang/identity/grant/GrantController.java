package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantCommand.ConfirmGrant;
import cn.shouwang.identity.grant.GrantCommand.ProposeGrant;
import cn.shouwang.identity.grant.GrantCommand.RefuseGrant;
import cn.shouwang.identity.grant.GrantCommand.RevokeGrant;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Proposing and taking back by the security administrator, deciding by the audit administrator.
@RestController
@RequestMapping("/grants")
class GrantController {

    record ProposeGrantRequest(
            @NotNull AccountName account,
            @NotNull Role role,

            @NotNull @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
            String division,

            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotBlank @Size(max = 200) String reason) {}

    record ReasonRequest(@NotBlank @Size(max = 200) String reason) {}

    private final GrantDesk desk;

    GrantController(GrantDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Accepted propose(@Valid @RequestBody ProposeGrantRequest request) {
        return desk.decide(new ProposeGrant(
                GrantId.next(),
                request.account(),
                new Office(request.role(), request.division()),
                new Term(request.from(), request.until()),
                request.reason()));
    }

    @PostMapping("/{grant}/confirm")
    Accepted confirm(@PathVariable GrantId grant) {
        return desk.decide(new ConfirmGrant(grant));
    }

    @PostMapping("/{grant}/refuse")
    Accepted refuse(@PathVariable GrantId grant, @Valid @RequestBody ReasonRequest request) {
        return desk.decide(new RefuseGrant(grant, request.reason()));
    }

    @PostMapping("/{grant}/revoke")
    Accepted revoke(@PathVariable GrantId grant, @Valid @RequestBody ReasonRequest request) {
        return desk.decide(new RevokeGrant(grant, request.reason()));
    }
}
