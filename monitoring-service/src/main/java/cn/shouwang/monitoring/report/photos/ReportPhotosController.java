package cn.shouwang.monitoring.report.photos;

import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.report.ReportId;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    /// A picture and nothing else, whatever a browser might think of it, and kept nowhere on the way.
    @GetMapping(path = "/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> photo(@PathVariable ReportId report, @PathVariable PhotoId photo) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(photos.one(report, photo));
    }
}
