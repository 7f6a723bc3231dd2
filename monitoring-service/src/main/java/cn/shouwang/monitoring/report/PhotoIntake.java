package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.photo.PhotoAnswer;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.photo.PhotoStore;
import cn.shouwang.monitoring.report.ReportCommand.AddPhoto;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Takes a photo in: keeps it sealed under an id that follows from report and picture, then tells the
/// report.
@Component
final class PhotoIntake {

    private final PhotoStore store;
    private final Commands commands;
    private final Clock clock;

    PhotoIntake(PhotoStore store, Commands commands, Clock clock) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
    }

    ResponseEntity<PhotoAnswer> take(ReportId report, byte[] file, MediaType declared, Actor actor) {
        var kept = store.keep(
                PhotoConfiguration.KIND,
                report.value(),
                file,
                declared,
                likeness -> PhotoId.of(report.value(), likeness));
        var accepted = commands.sendAs(new AddPhoto(report, kept, LocalDate.now(clock)), actor);
        return new PhotoAnswer(accepted.id(), kept.photo().toString(), accepted.position()).with(HttpStatus.CREATED);
    }
}
