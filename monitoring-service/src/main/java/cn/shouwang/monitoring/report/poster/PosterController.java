package cn.shouwang.monitoring.report.poster;

import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.web.NotFound;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PosterController {

    private final PosterSheet sheet;
    private final Divisions divisions;
    private final Gate gate;

    PosterController(PosterSheet sheet, Divisions divisions, Gate gate) {
        this.sheet = sheet;
        this.divisions = divisions;
        this.gate = gate;
    }

    /// The posters of every village in `division`, or in the whole of the caller's when there is none: a
    /// page each, as PDF; one page that says so where the caller has no villages. 404 for a place outside the
    /// caller's, or that is not on the map.
    @GetMapping(path = "/posters", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> posters(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{6}|[0-9]{9}|[0-9]{12}")
                    String division) {
        var own = gate.scope().division();
        var place = division == null ? own : division;
        var villages = place.startsWith(own) ? divisions.villages(place) : List.<Division>of();
        if (villages.isEmpty() && division != null) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"posters-" + place + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(sheet.of(villages));
    }
}
