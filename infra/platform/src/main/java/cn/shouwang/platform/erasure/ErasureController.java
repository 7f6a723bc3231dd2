package cn.shouwang.platform.erasure;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.erasure.ErasureCommand.ApproveErasure;
import cn.shouwang.platform.erasure.ErasureCommand.RefuseErasure;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is to be forgotten, and the second person's word on it.
@RestController
@RequestMapping("/erasures")
class ErasureController {

    record RefuseErasureRequest(@NotBlank @Size(max = 500) String reason) {}

    private final Commands commands;
    private final ErasureList erasures;

    ErasureController(Commands commands, ErasureList erasures) {
        this.commands = commands;
        this.erasures = erasures;
    }

    @GetMapping
    Page<ErasureList.Entry> erasures(
            @RequestParam(required = false) ErasureList.@Nullable State state, @Valid @ModelAttribute PageQuery page) {
        return erasures.page(state, page);
    }

    @PostMapping("/{erasure}/approval")
    Accepted approve(@PathVariable ErasureId erasure) {
        return commands.send(new ApproveErasure(erasure));
    }

    @PostMapping("/{erasure}/refusal")
    Accepted refuse(@PathVariable ErasureId erasure, @Valid @RequestBody RefuseErasureRequest request) {
        return commands.send(new RefuseErasure(erasure, request.reason()));
    }
}
