package cn.shouwang.monitoring.slip.sheet;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.slip.SlipId;
import cn.shouwang.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SlipSheetController {

    private final SlipSheet sheet;

    SlipSheetController(SlipSheet sheet) {
        this.sheet = sheet;
    }

    /// 404 while nothing was verified for that year.
    @GetMapping("/households/{household}/incentives/{year}")
    SlipSheet.Entry slip(@PathVariable HouseholdId household, @PathVariable int year) {
        return sheet.of(new SlipId(household, year)).orElseThrow(NotFound::new);
    }
}
