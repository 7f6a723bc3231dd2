package cn.shouwang.monitoring.batch.list;

import cn.shouwang.monitoring.batch.BatchId;
import cn.shouwang.monitoring.batch.BatchState;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/batches")
class BatchListController {

    private final BatchList batches;

    BatchListController(BatchList batches) {
        this.batches = batches;
    }

    @GetMapping
    Page<BatchList.Entry> batches(
            @RequestParam(required = false) @Nullable BatchState state,
            @RequestParam(required = false) @Nullable Dataset dataset,
            @Valid @ModelAttribute PageQuery page) {
        return batches.page(state, dataset, page);
    }

    @GetMapping("/{batch}")
    BatchList.Entry batch(@PathVariable BatchId batch) {
        return batches.one(batch);
    }

    /// The refused rows as a CSV: number, column, reason, and of the id a part.
    @GetMapping("/{batch}/errors")
    ResponseEntity<InputStreamResource> errors(@PathVariable BatchId batch) throws IOException {
        var packed = batches.errors(batch);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(new GZIPInputStream(new ByteArrayInputStream(packed))));
    }
}
