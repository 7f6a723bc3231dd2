package cn.shouwang.monitoring.photo;

import cn.shouwang.platform.reading.Purpose;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A look at a photo is a reveal: for a purpose, and on record before it is answered; so it is no GET.
public record LookRequest(
        @NotNull Purpose purpose, @Nullable @Size(max = 200) String note) {

    /// The answer is a picture and nothing else, whatever a browser might think of it, and kept nowhere on
    /// the way.
    public static ResponseEntity<byte[]> answer(byte[] picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(picture);
    }
}
