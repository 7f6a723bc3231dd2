package cn.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every page that an office finds in its menu, and those for everybody: quick, quiet, and without a serious
/// fault for who sees or hears it another way. A picture of each is kept in `target/screenshots`.
@InBrowsers
class EveryPageTest {

    private static final List<String> OFFICES = List.of(
            "county-officer",
            "town-office",
            "village-committee",
            "auditor",
            "system-admin",
            "security-admin",
            "audit-admin");
    private static final List<String> PUBLIC =
            List.of("/report/440233101203", "/report/progress", "/report/board", "/field/");

    @TestFactory
    Stream<DynamicTest> pages_of(WholeSuite suite, Browsers browsers) {
        return OFFICES.stream()
                .map(office -> DynamicTest.dynamicTest(office, () -> {
                    try (var tab = browsers.desk().signedIn(suite.office(office))) {
                        var pages = tab.menu();
                        assertThat(pages).isNotEmpty();
                        pages.forEach(page -> tab.holds(page, office));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> pages_for_everybody(Browsers browsers) {
        return PUBLIC.stream()
                .map(page -> DynamicTest.dynamicTest(page, () -> {
                    try (var tab = browsers.phone()) {
                        tab.holds(page, "phone");
                    }
                }));
    }

    @Test
    void a_page_of_the_console_shows_nothing_to_who_is_not_signed_in(Browsers browsers) {
        try (var tab = browsers.desk()) {
            tab.opens("/console/audit");

            assertThat(tab.link("登录").isVisible()).isTrue();
            assertThat(tab.page().locator("table").count()).isZero();
            tab.isQuiet();
        }
    }
}
