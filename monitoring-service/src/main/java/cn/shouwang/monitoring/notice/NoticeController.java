package cn.shouwang.monitoring.notice;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.identification.Objector;
import cn.shouwang.monitoring.notice.NoticeCommand.AnnounceRemoval;
import cn.shouwang.monitoring.notice.NoticeCommand.HangNotice;
import cn.shouwang.monitoring.notice.NoticeCommand.ObjectToNotice;
import cn.shouwang.monitoring.notice.NoticeCommand.ResolveNoticeObjection;
import cn.shouwang.monitoring.notice.NoticeCommand.TakeNoticeDown;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.store.Accepted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes in what happens to the notice about a household's removal.
@RestController
@RequestMapping("/households/{household}/removal")
class NoticeController {

    record NoticeRequest(
            @NotBlank @Size(max = 100) String place,
            @NotBlank @Size(max = 2000) String text,
            @NotNull LocalDate on) {}

    record NoticeObjectionRequest(
            @NotNull Objector by,
            @NotBlank @Size(max = 1000) String text,
            @NotNull LocalDate on) {}

    record NoticeResolutionRequest(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = 1000) String explanation,
            @NotNull LocalDate on) {}

    record NoticeEndRequest(@NotNull LocalDate on) {}

    record RemovalAnnouncementRequest(
            @NotBlank @Size(max = 100) String place,
            @NotNull LocalDate on) {}

    private final Commands commands;

    NoticeController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/notice")
    Accepted hang(@PathVariable HouseholdId household, @Valid @RequestBody NoticeRequest request) {
        return commands.send(new HangNotice(household, request.place(), request.text(), request.on()));
    }

    @PostMapping("/objections")
    Accepted object(@PathVariable HouseholdId household, @Valid @RequestBody NoticeObjectionRequest request) {
        return commands.send(new ObjectToNotice(household, request.by(), request.text(), request.on()));
    }

    @PostMapping("/objections/{objection}/resolution")
    Accepted resolve(
            @PathVariable HouseholdId household,
            @PathVariable int objection,
            @Valid @RequestBody NoticeResolutionRequest request) {
        return commands.send(new ResolveNoticeObjection(
                household, objection, request.upheld(), request.explanation(), request.on()));
    }

    @PostMapping("/notice-end")
    Accepted takeDown(@PathVariable HouseholdId household, @Valid @RequestBody NoticeEndRequest request) {
        return commands.send(new TakeNoticeDown(household, request.on()));
    }

    @PostMapping("/announcement")
    Accepted announce(@PathVariable HouseholdId household, @Valid @RequestBody RemovalAnnouncementRequest request) {
        return commands.send(new AnnounceRemoval(household, request.place(), request.on()));
    }
}
