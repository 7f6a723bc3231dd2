package cn.shouwang.monitoring.household.file;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HouseholdFileController {

    private final HouseholdFile file;

    HouseholdFileController(HouseholdFile file) {
        this.file = file;
    }

    @GetMapping("/households/{household}/file")
    HouseholdFile.Whole file(@PathVariable HouseholdId household) {
        return file.of(household).orElseThrow(NotFound::new);
    }
}
