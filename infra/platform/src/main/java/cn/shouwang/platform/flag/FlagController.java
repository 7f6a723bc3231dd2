package cn.shouwang.platform.flag;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.flag.FlagCommand.ExplainFlag;
import cn.shouwang.platform.flag.FlagCommand.ReviewFlag;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What in this service's log deserves a look, and what was said about it.
@RestController
@RequestMapping("/flags")
class FlagController {

    record ExplainFlagRequest(@NotBlank @Size(max = 500) String text) {}

    record ReviewFlagRequest(
            @NotNull Outcome outcome,
            @Nullable @Size(max = 500) String note) {}

    private final Commands commands;
    private final FlagList flags;
    private final Lateness lateness;

    FlagController(Commands commands, FlagList flags, Lateness lateness) {
        this.commands = commands;
        this.flags = flags;
        this.lateness = lateness;
    }

    @GetMapping
    Page<FlagEntry> flags(
            @Valid @ModelAttribute FlagList.Question question, @Valid @ModelAttribute PageQuery page, Locale locale) {
        return flags.page(question, page, locale);
    }

    @GetMapping("/mine")
    Page<FlagEntry> mine(@Valid @ModelAttribute PageQuery page, Locale locale) {
        return flags.ofCaller(page, locale);
    }

    @GetMapping("/lateness")
    Page<Lateness.Entry> lateness(
            @Valid @ModelAttribute Lateness.Question question, @Valid @ModelAttribute PageQuery page, Locale locale) {
        return lateness.page(question, page, locale);
    }

    @GetMapping("/{flag}")
    FlagDetail flag(@PathVariable FlagId flag, Locale locale) {
        return flags.one(flag, locale);
    }

    @PostMapping("/{flag}/explanation")
    Accepted explain(@PathVariable FlagId flag, @Valid @RequestBody ExplainFlagRequest request) {
        return commands.send(new ExplainFlag(flag, request.text()));
    }

    @PostMapping("/{flag}/review")
    Accepted review(@PathVariable FlagId flag, @Valid @RequestBody ReviewFlagRequest request) {
        return commands.send(new ReviewFlag(flag, request.outcome(), request.note()));
    }
}
