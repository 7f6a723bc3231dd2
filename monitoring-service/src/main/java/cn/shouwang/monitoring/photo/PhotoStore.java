package cn.shouwang.monitoring.photo;

import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.sealing.BlindIndex;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Takes a file in: develops it and keeps the photo sealed, before any event names it.
///
/// A crash before the event leaves bytes that no one shows, and the repeated request finds them there,
/// since the id follows from what was sent. [SweepPhotos] deletes what stays without an event.
@Component
public final class PhotoStore {

    private final Darkroom darkroom;
    private final Attachments attachments;
    private final BlindIndex index;

    PhotoStore(Darkroom darkroom, Attachments attachments, BlindIndex index) {
        this.darkroom = darkroom;
        this.attachments = attachments;
        this.index = index;
    }

    /// Sealed under the key of `subject`; `id` names the photo by its likeness. Refuses what [Darkroom]
    /// refuses, and with [cn.shouwang.platform.sealing.Forgotten] for a subject that was forgotten.
    public KeptPhoto keep(
            PhotoKind kind, String subject, byte[] file, MediaType declared, Function<String, PhotoId> id) {
        var photo = darkroom.develop(file, declared.getType() + "/" + declared.getSubtype());
        var likeness = index.of("photo", photo.print());
        var named = id.apply(likeness);
        var kept = attachments.keep(kind.name(), named.toString(), subject, photo.jpeg());
        return new KeptPhoto(named, kept, photo.width(), photo.height(), likeness, photo.position(), photo.takenAt());
    }
}
