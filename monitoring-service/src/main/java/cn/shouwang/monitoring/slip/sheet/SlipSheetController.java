package cn.shouwang.monitoring.slip.sheet;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.slip.SlipId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SlipSheetController {

    private final SlipSheet sheet;

    SlipSheetController(SlipSheet sheet) {
        this.sheet = sheet;
    }

    @GetMapping("/households/{household}/incentives/{year}")
    SlipSheet.Entry slip(@PathVariable HouseholdId household, @PathVariable int year) {
        return sheet.of(new SlipId(household, year));
    }
}
