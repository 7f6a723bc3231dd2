package cn.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Every page that an office finds in its menu, and those for everybody: quick, quiet, and without a serious
/// fault for who sees or hears it another way. A picture of each is kept in `target/screenshots`.
@ExtendWith(WholeSuite.Running.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD) // a browser belongs to the thread that opened it
@SuppressWarnings("NullAway.Init") // opened before all
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

    private Browsers browsers;

    @BeforeAll
    void the_suite_is_up(WholeSuite suite) {
        browsers = Browsers.before(suite);
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
                        var pages = tab.menu();
                        assertThat(pages).isNotEmpty();
                        pages.forEach(page -> tab.holds(page, office));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> pages_for_everybody() {
        return PUBLIC.stream()
                .map(page -> DynamicTest.dynamicTest(page, () -> {
                    try (var tab = browsers.phone()) {
                        tab.holds(page, "phone");
                    }
                }));
    }

    @Test
    void a_page_of_the_console_shows_nothing_to_who_is_not_signed_in() {
        try (var tab = browsers.desk()) {
            tab.opens("/console/audit");

            assertThat(tab.link("登录").isVisible()).isTrue();
            assertThat(tab.page().locator("table").count()).isZero();
            tab.isQuiet();
        }
    }
}
