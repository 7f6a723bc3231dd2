package cn.shouwang.stories;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/// The pages of the offices with the demo county: all that links lead to from the menu, one of each kind, and
/// what is behind their tabs. Comes last, since its county would stand in the way of the other stories.
@InBrowsers
@Order(Integer.MAX_VALUE)
class EveryPageOfTheDemoCountyTest {

    private static final List<String> OFFICES =
            List.of("county-officer", "town-office", "village-committee", "auditor");

    @BeforeAll
    void the_county_is_there(WholeSuite suite) {
        suite.takesDemoCounty();
    }

    @TestFactory
    Stream<DynamicTest> pages_of(WholeSuite suite, Browsers browsers) {
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
