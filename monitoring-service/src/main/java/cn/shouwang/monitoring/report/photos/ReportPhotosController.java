package cn.shouwang.monitoring.report.photos;

import cn.shouwang.monitoring.photo.LookRequest;
import cn.shouwang.monitoring.photo.PhotoId;
import cn.shouwang.monitoring.report.ReportId;
import jakarta.validation.Valid;
import java.util.List;
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

    @PostMapping("/{photo}/looks")
    ResponseEntity<byte[]> look(
            @PathVariable ReportId report, @PathVariable PhotoId photo, @Valid @RequestBody LookRequest request) {
        return LookRequest.answer(photos.look(report, photo, request.purpose(), request.note()));
    }
}
