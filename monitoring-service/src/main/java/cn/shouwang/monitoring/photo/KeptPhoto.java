package cn.shouwang.monitoring.photo;

import cn.shouwang.platform.attachment.Attachments;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A photo whose bytes are kept already, sealed, and what the camera said. `likeness` is a keyed hash of
/// what is to be seen, equal for equal pictures.
public record KeptPhoto(
        PhotoId photo,
        Attachments.Kept kept,
        int width,
        int height,
        String likeness,
        @Nullable Position position,
        @Nullable LocalDateTime takenAt) {}
