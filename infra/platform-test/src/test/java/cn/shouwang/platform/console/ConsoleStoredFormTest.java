package cn.shouwang.platform.console;

import cn.shouwang.platform.console.ReaderEvent.ReaderStarted;
import cn.shouwang.platform.console.ReaderEvent.ReaderStopped;
import cn.shouwang.platform.console.ViewEvent.ComparisonOrdered;
import cn.shouwang.platform.console.ViewEvent.GenerationDropped;
import cn.shouwang.platform.console.ViewEvent.RebuildAbandoned;
import cn.shouwang.platform.console.ViewEvent.RebuildStarted;
import cn.shouwang.platform.console.ViewEvent.ViewCompared;
import cn.shouwang.platform.console.ViewEvent.ViewRolledBack;
import cn.shouwang.platform.console.ViewEvent.ViewSwitched;
import cn.shouwang.platform.projection.Parity;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConsoleStoredFormTest {

    private static final String COUNTY = "440233";
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);

    @TestFactory
    Stream<DynamicTest> every_event_of_the_console_keeps_its_stored_form() {
        var parity = new Parity(120, 40, 39, "00aa", "00ab", 1, 2, 1, 0, List.of("pear-1", "pear-2"));
        return StoredForms.of(
                ConsoleEvent.class,
                new ReaderStopped("view-basket-v1", "排查", COUNTY, ON),
                new ReaderStarted("view-basket-v1", "排查完毕", COUNTY, ON),
                new RebuildStarted("basket", 1, 2, 121, "字段更正", COUNTY, ON),
                new RebuildAbandoned("basket", 1, 2, "不再需要", COUNTY, ON),
                new ComparisonOrdered("basket", 1, 0, 2, COUNTY, ON),
                new ViewCompared("basket", 1, 0, 2, parity, COUNTY, ON),
                new ViewSwitched("basket", 1, 0, 2, 4, "以新一代为准", COUNTY, ON),
                new ViewRolledBack("basket", 1, 2, 0, "有误", COUNTY, ON),
                new GenerationDropped("basket", 1, 2, "已核对", COUNTY, ON));
    }
}
