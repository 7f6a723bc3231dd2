package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.photo.Darkroom;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.report.ReportCommand.AddPhoto;
import cn.shouwang.monitoring.report.ReportCommand.AddedPhoto;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.sealing.BlindIndex;
import cn.shouwang.platform.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Takes a photo in: develops it, keeps it sealed, then tells the report.
///
/// The bytes are stored before the event, under an id that follows from report and picture. A crash
/// between the two leaves bytes that no one shows, and the repeated request finds them there.
@Component
final class PhotoIntake {

    static final String KIND = "report-photo";

    /// `photo` is the id under which the offices see it.
    record Answer(String id, String photo, long position) {}

    private final Darkroom darkroom;
    private final Attachments attachments;
    private final BlindIndex index;
    private final Commands commands;
    private final Clock clock;

    PhotoIntake(Darkroom darkroom, Attachments attachments, BlindIndex index, Commands commands, Clock clock) {
        this.darkroom = darkroom;
        this.attachments = attachments;
        this.index = index;
        this.commands = commands;
        this.clock = clock;
    }

    ResponseEntity<Answer> take(ReportId report, byte[] file, MediaType declared, Actor actor) {
        var photo = darkroom.develop(file, declared.getType() + "/" + declared.getSubtype());
        var likeness = index.of("photo", photo.print());
        var id = PhotoId.of(report.value(), likeness);
        var kept = attachments.keep(KIND, id.toString(), report.value(), photo.jpeg());
        var added =
                new AddedPhoto(id, kept, photo.width(), photo.height(), likeness, photo.position(), photo.takenAt());
        var accepted = commands.sendAs(new AddPhoto(report, added, LocalDate.now(clock)), actor);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Log-Position", Long.toString(accepted.position()))
                .body(new Answer(accepted.id(), id.toString(), accepted.position()));
    }
}
