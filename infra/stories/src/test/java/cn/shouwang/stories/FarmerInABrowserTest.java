package cn.shouwang.stories;

import static cn.shouwang.stories.Asking.seen;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A farmer of 新坪村 on a phone of 360 pixels, with a signal that comes and goes.
@InBrowsers
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // opened before all
class FarmerInABrowserTest {

    private static final String XINPING = "440233102200";
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{4}([- ]?[0-9A-Z]{4}){3}");

    private final Persons persons = new Persons(17);

    @Test
    void a_report_filled_in_without_a_signal_is_sent_once_there_is_one(WholeSuite suite, Browsers browsers) {
        var head = persons.woman(1971);
        try (var phone = browsers.phone()) {
            phone.opens("/report/" + XINPING);
            phone.context().setOffline(true);
            phone.field("您的姓名").fill(head.name());
            phone.field("您的电话号码").fill(head.phone());
            phone.field("家里几口人").fill("3");
            phone.button("生病").click();
            phone.page().locator("[data-spot=consent]").check();
            phone.pictured("report-filled-in");
            phone.button("提交申报").click();
            assertThat(phone.text("已存在手机里，等待发出")).isVisible();

            phone.context().setOffline(false);
            assertThat(phone.text("已收到您的申报")).isVisible();
            phone.pictured("report-sent");
            var number =
                    NUMBER.matcher(phone.page().locator("main, #app").first().innerText());
            assertThat(number.find()).isTrue();

            phone.opens("/report/progress");
            phone.field("查询码").fill(number.group());
            phone.button("查询").click();
            assertThat(phone.text("办到哪一步")).isVisible();
            phone.pictured("report-progress");

            phone.button("谁看过我家的信息").click();
            phone.field("电话号码后四位").fill(endOf(head.phone()).equals("0000") ? "1111" : "0000");
            phone.button("查看").click();
            assertThat(phone.text("电话号码后四位不对")).isVisible();
            phone.field("电话号码后四位").fill(endOf(head.phone()));
            phone.button("查看").click();
            assertThat(phone.text("还没有人查看过完整信息")).isVisible();
            phone.isQuiet("ERR_INTERNET_DISCONNECTED", "409");
        }

        var inbox = seen(
                suite.office("village-" + XINPING),
                "/api/monitoring/reports",
                list -> list.path("total").asInt() > 0);
        assertThat(inbox.path("total").asInt()).as("sent once").isEqualTo(1);
    }

    private static String endOf(String phone) {
        return phone.substring(phone.length() - 4);
    }

    @Test
    void what_is_missing_is_said_beside_the_question(Browsers browsers) {
        try (var phone = browsers.phone()) {
            phone.opens("/report/" + XINPING);
            phone.button("提交申报").click();

            assertThat(phone.text("请填写姓名")).isVisible();
            assertThat(phone.text("请勾选同意后提交")).isVisible();
            phone.isQuiet();
        }
    }
}
