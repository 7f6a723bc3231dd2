package cn.shouwang.platform.reading;

import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What every service answers about readings: a revealed field once more, and the read log.
@RestController
class ReadingController {

    private final Reveals reveals;
    private final ReadingList readings;

    ReadingController(Reveals reveals, ReadingList readings) {
        this.reveals = reveals;
        this.readings = readings;
    }

    @GetMapping("/reveals/{reading}")
    Revealed again(@PathVariable ReadingId reading) {
        return reveals.again(reading);
    }

    @GetMapping("/readings")
    Page<ReadingList.Entry> readings(
            @Valid @ModelAttribute ReadingList.Question question,
            @Valid @ModelAttribute PageQuery page,
            Locale locale) {
        return readings.page(question, page, locale);
    }

    @GetMapping("/readings/about/{id}")
    Page<ReadingList.Entry> about(
            @PathVariable String id,
            @Valid @ModelAttribute ReadingList.Narrowed narrowed,
            @Valid @ModelAttribute PageQuery page,
            Locale locale) {
        return readings.about(id, narrowed, page, locale);
    }
}
