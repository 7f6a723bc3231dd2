package cn.shouwang.monitoring.batch.list;

import cn.shouwang.monitoring.batch.BatchId;
import cn.shouwang.monitoring.batch.BatchState;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.sheet.ErrorAnswer;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
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
        return ErrorAnswer.of(batches.errors(batch));
    }
}
