package cn.shouwang.identity.account.history;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.security.Gate;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /accounts/{account}/history`, for those who grant, check and audit.
@RestController
@RequestMapping("/accounts/{account}/history")
class HistoryController {

    private final History history;
    private final Gate gate;

    HistoryController(History history, Gate gate) {
        this.history = history;
        this.gate = gate;
    }

    @GetMapping
    Page<History.Entry> history(@PathVariable AccountName account, @Valid PageQuery page) {
        return history.of(gate.scope(), account, page);
    }
}
