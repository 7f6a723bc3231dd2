package cn.shouwang.monitoring.enrolment.list;

import cn.shouwang.monitoring.enrolment.EnrolmentId;
import cn.shouwang.monitoring.enrolment.EnrolmentState;
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
@RequestMapping("/enrolments")
class EnrolmentListController {

    private final EnrolmentList enrolments;

    EnrolmentListController(EnrolmentList enrolments) {
        this.enrolments = enrolments;
    }

    @GetMapping
    Page<EnrolmentList.Entry> enrolments(
            @RequestParam(required = false) @Nullable EnrolmentState state, @Valid @ModelAttribute PageQuery page) {
        return enrolments.page(state, page);
    }

    @GetMapping("/{enrolment}")
    EnrolmentList.Entry enrolment(@PathVariable EnrolmentId enrolment) {
        return enrolments.one(enrolment);
    }

    /// The refused rows as a CSV: number, column, reason, and of the id a part.
    @GetMapping("/{enrolment}/errors")
    ResponseEntity<InputStreamResource> errors(@PathVariable EnrolmentId enrolment) throws IOException {
        return ErrorAnswer.of(enrolments.errors(enrolment));
    }
}
