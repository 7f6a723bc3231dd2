package cn.shouwang.stories;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The pages of the offices with the demo county: all that links lead to from the menu, one of each kind, and
/// what is behind their tabs. Comes last, since its county would stand in the way of the other stories.
@ExtendWith(WholeSuite.Running.class)
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // opened before all
class EveryPageOfTheDemoCountyTest {

    private static final List<String> OFFICES =
            List.of("county-officer", "town-office", "village-committee", "auditor");

    private Browsers browsers;

    @BeforeAll
    void the_county_is_there(WholeSuite suite) {
        browsers = Browsers.before(suite);
        suite.takesDemoCounty();
    }

    @AfterAll
    void everybody_goes_home() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> pages_of(WholeSuite suite) {
        return OFFICES.stream()
                .map(office -> DynamicTest.dynamicTest(office, () -> {
                    try (var tab = browsers.desk().signedIn(suite.office(office))) {
                        walk(tab, "demo-" + office);
                    }
                }));
    }

    private static void walk(Tab tab, String by) {
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<>(tab.menu());
        while (!ahead.isEmpty()) {
            var page = ahead.poll();
            if (seen.add(kind(page))) {
                tab.holds(page, by);
                ahead.addAll(tab.links());
                tab.holdsBehindTabs(page, by);
            }
        }
    }

    /// The page without what it is about: `/console/clues/*` for the page of any clue.
    private static String kind(String page) {
        return page.replaceFirst("[?#].*", "").replaceAll("/[^/]*\\d[^/]*", "/*");
    }
}
