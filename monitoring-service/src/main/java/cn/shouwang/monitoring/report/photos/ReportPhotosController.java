package cn.shouwang.monitoring.report.photos;

import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.reading.Purpose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/reports/{report}/photos")
class ReportPhotosController {

    private final ReportPhotos photos;

    ReportPhotosController(ReportPhotos photos) {
        this.photos = photos;
    }

    @GetMapping
    List<ReportPhotos.Entry> photos(@PathVariable ReportId report) {
        return photos.of(report);
    }

    record LookRequest(
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String note) {}

    /// A look is a reveal: for a purpose, and on record before it is answered; so it is no GET. The
    /// answer is a picture and nothing else, whatever a browser might think of it, and kept nowhere on
    /// the way.
    @PostMapping("/{photo}/looks")
    ResponseEntity<byte[]> look(
            @PathVariable ReportId report, @PathVariable PhotoId photo, @Valid @RequestBody LookRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(photos.look(report, photo, request.purpose(), request.note()));
    }
}
