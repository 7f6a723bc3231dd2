package cn.shouwang.stories;

import static cn.shouwang.stories.Asking.seen;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A first secretary goes up to 善塘村 with the day's list on a phone, where there is no signal.
@InBrowsers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // opened before all
class HelperInABrowserTest {

    private static final String SHANTANG = "440233103202";
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 3);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @TempDir
    static Path folder;

    private Village village;
    private Village.Family family;
    private Tab phone;
    private Tab clerk;

    @BeforeAll
    void a_family_is_monitored_and_has_a_helper(WholeSuite suite, Browsers browsers) {
        village = new Village(suite, SHANTANG);
        var people = new Persons(73);
        family = village.registers(people.man(1970), people.woman(1945), MARCH);
        village.opens(family, null, MARCH)
                .isVisited(MARCH, 9_800)
                .isAuthorized(MARCH)
                .isAppraised(MARCH)
                .isHungOut(MARCH)
                .isTakenDown(MARCH.plusDays(6))
                .isReviewedByTheTown(MARCH.plusDays(7))
                .isDetermined(MARCH.plusDays(8))
                .isAnnounced(MARCH.plusDays(9));
        clerk = browsers.desk().signedIn(suite.office("village-" + SHANTANG));
        clerk.opens("/console/households/%s?tab=visits".formatted(family.household()));
        clerk.step("NAME_HELPER")
                .dates("办理日期", MARCH.plusDays(10))
                .writes("帮扶责任人账号", "secretary-" + SHANTANG)
                .writes("姓名", "测书记")
                .writes("单位", "示范单位")
                .writes("职务", "第一书记")
                .sends();
        phone = browsers.phone().signedIn(suite.office("secretary-" + SHANTANG));
    }

    @Test
    @Order(1)
    void the_list_is_taken_along_and_opens_without_a_signal() {
        phone.opens("/field/");
        phone.button("带走今天的名单").click();
        assertThat(phone.text("我帮扶")).isVisible();
        phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        phone.context().setOffline(true);
        phone.page().reload();
        phone.isReady();

        assertThat(phone.text("没有网络：照常记录，有网络后自动上传。")).isVisible();
        assertThat(phone.text("我帮扶")).isVisible();
        phone.pictured("field-offline");
    }

    @Test
    @Order(2)
    void a_visit_with_a_photo_is_recorded_there_and_goes_once_there_is_a_signal() throws IOException {
        var yesterday = LocalDate.now(CHINA).minusDays(1);
        phone.link("记录走访").click();
        phone.field("走访日期").fill(yesterday.toString());
        phone.field("走访时间").fill("09:30");
        phone.field("家庭情况变化").fill("屋顶漏雨，已报村里");
        phone.page().locator("input[type=file]").setInputFiles(photo());
        assertThat(phone.page().getByAltText("第 1 张照片")).isVisible();
        phone.pictured("field-visit");
        phone.button("保存，待上传").click();
        assertThat(phone.text("待上传（1）")).isVisible();
        assertThat(visits()).isZero();

        phone.context().setOffline(false);
        assertThat(phone.text("本次已上传 1 条。")).isVisible();
        assertThat(phone.text("待上传（1）")).isHidden();
        phone.isQuiet("ERR_INTERNET_DISCONNECTED");
        var visit = seen(
                        village.secretary,
                        family.path() + "/file",
                        file -> file.path("visits").size() == 1)
                .path("visits")
                .get(0);
        assertThat(visit.path("on").stringValue()).isEqualTo(yesterday.toString());
        assertThat(visit.path("at").stringValue()).as("when it was").startsWith(yesterday + "T01:30");
        assertThat(visit.path("recordedAt").stringValue())
                .as("and when it was told")
                .isNotEqualTo(visit.path("at").stringValue());
        assertThat(visit.path("photos").asInt()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void the_photo_is_looked_at_from_the_desk_for_a_purpose() {
        clerk.opens("/console/households/%s?tab=visits".formatted(family.household()));
        clerk.page().locator("summary", Tab.saying("照片")).click();
        clerk.button("查看照片 1").click();
        clerk.page().locator(".purpose select").selectOption("VERIFICATION");
        clerk.page().locator(".purpose [type=submit]").click();

        assertThat(clerk.page().getByAltText("照片 1")).isVisible();
        clerk.pictured("visit-photo");
        clerk.isQuiet();
    }

    @Test
    @Order(4)
    void two_visits_of_one_day_are_both_shown_and_neither_is_lost() {
        phone.context().setOffline(true);
        clerk.step("VISIT_HOUSEHOLD")
                .dates("办理日期", LocalDate.now(CHINA))
                .times("走访时间", LocalDateTime.now(CHINA))
                .writes("家庭变化", "村里上午去过")
                .sends();
        phone.link("记录走访").click();
        phone.field("走访时间").fill("00:00");
        phone.field("家庭情况变化").fill("帮扶人下午去过");
        phone.button("保存，待上传").click();
        phone.context().setOffline(false);

        assertThat(phone.text("需要您决定（1）")).isVisible();
        phone.link("查看").click();
        assertThat(phone.text("村里上午去过")).isVisible();
        assertThat(phone.text("帮扶人下午去过")).isVisible();
        phone.pictured("field-conflict");
        phone.button("仍作为另一次走访上传").click();
        assertThat(phone.text("需要您决定（1）")).isHidden();
        assertThat(seen(
                                village.secretary,
                                family.path() + "/file",
                                file -> file.path("visits").size() == 3)
                        .path("visits")
                        .toString())
                .contains("村里上午去过", "帮扶人下午去过", "屋顶漏雨，已报村里");
        phone.isQuiet("ERR_INTERNET_DISCONNECTED");
        clerk.isQuiet();
    }

    private int visits() {
        return seen(village.secretary, family.path() + "/file").path("visits").size();
    }

    /// A picture as a phone takes it, of nothing.
    private static Path photo() throws IOException {
        var picture = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        for (int stripe = 0; stripe < 60; stripe++) {
            brush.setColor(new Color(40 + 3 * stripe, 120, 200 - 2 * stripe));
            brush.fillRect(40 * stripe, 0, 40, 1800);
        }
        brush.dispose();
        var file = folder.resolve("roof.jpg");
        ImageIO.write(picture, "jpeg", file.toFile());
        return file;
    }
}
