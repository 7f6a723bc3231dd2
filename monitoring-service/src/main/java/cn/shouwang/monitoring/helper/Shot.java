package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.photo.KeptPhoto;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.photo.Position;
import cn.shouwang.platform.event.Likeness;
import cn.shouwang.platform.event.Personal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A photo of a visit, decoded and written anew.
///
/// `digest` is the SHA-256 of the file as the device had it, 64 hex digits, by which a visit names its
/// photos; `sha256` that of the sealed bytes kept under the photo's id; `likeness` a keyed hash of what
/// is to be seen. `position` and `takenAt` are what the camera said.
public record Shot(
        PhotoId photo,
        String digest,
        int bytes,
        String sha256,
        int width,
        int height,
        @Likeness String likeness,
        @Personal @Nullable Position position,
        @Personal @Nullable LocalDateTime takenAt) {

    static Shot of(String digest, KeptPhoto kept) {
        return new Shot(
                kept.photo(),
                digest,
                kept.kept().bytes(),
                kept.kept().sha256(),
                kept.width(),
                kept.height(),
                kept.likeness(),
                kept.position(),
                kept.takenAt());
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Shot " + photo;
    }
}
