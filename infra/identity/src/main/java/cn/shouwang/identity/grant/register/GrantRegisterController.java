package cn.shouwang.identity.grant.register;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantId;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /grants?account=&inForceOn=` and one grant, for those who grant, check and audit.
@RestController
@RequestMapping("/grants")
class GrantRegisterController {

    private final GrantRegister grants;
    private final Gate gate;

    GrantRegisterController(GrantRegister grants, Gate gate) {
        this.grants = grants;
        this.gate = gate;
    }

    @GetMapping
    Page<GrantRegister.Entry> grants(
            @RequestParam(required = false) @Nullable AccountName account,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate inForceOn,
            @Valid PageQuery page) {
        return grants.page(gate.scope(), account, inForceOn, page);
    }

    @GetMapping("/{grant}")
    GrantRegister.Entry grant(@PathVariable GrantId grant) {
        return grants.one(gate.scope(), grant).orElseThrow(NotFound::new);
    }
}
