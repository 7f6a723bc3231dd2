package cn.shouwang.monitoring.household.file;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.reading.ReadingList;
import cn.shouwang.platform.web.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Who looked at a household and at the clues that led to its cases, for whoever may see its file.
@RestController
class HouseholdReadingsController {

    private final HouseholdFile file;
    private final ReadingList readings;

    HouseholdReadingsController(HouseholdFile file, ReadingList readings) {
        this.file = file;
        this.readings = readings;
    }

    @GetMapping("/households/{household}/readings")
    List<ReadingList.Entry> readings(@PathVariable HouseholdId household, Locale locale) {
        var whole = file.of(household).orElseThrow(NotFound::new);
        var clues = whole.cycles().stream().map(HouseholdFile.Case::clue).flatMap(Stream::ofNullable);
        return readings.of(Stream.concat(Stream.of(whole.household()), clues).toList(), locale);
    }
}
