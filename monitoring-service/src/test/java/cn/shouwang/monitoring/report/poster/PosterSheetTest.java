package cn.shouwang.monitoring.report.poster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.identification.Limits;
import cn.shouwang.monitoring.paper.Pdf;
import cn.shouwang.monitoring.report.poster.PosterTerms.Edition;
import cn.shouwang.platform.rule.RuleBroken;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PosterSheetTest {

    private static final String ADDRESS = "https://shouwang.example/xinfeng";
    private static final Divisions MAP = Divisions.real();
    private static final Clock NOON = Clock.fixed(Instant.parse("2025-11-28T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

    @Test
    void every_village_of_the_county_has_a_page_whose_code_leads_to_its_own_address() throws IOException {
        var villages = MAP.villages("440233");
        assertThat(villages).hasSize(159);
        var begun = System.nanoTime();
        var bytes = sheet(ADDRESS).of(villages);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        assertThat(bytes).hasSizeLessThan(4_000_000);
        keep(bytes);

        var pdf = new Pdf(bytes);
        var texts = pdf.texts();
        assertThat(texts).hasSize(159);
        var read = new ArrayList<String>();
        pdf.pictures(100, picture -> read.add(decoded(picture)));
        for (var page = 0; page < villages.size(); page++) {
            var village = villages.get(page);
            assertThat(read.get(page)).isEqualTo(ADDRESS + "/report?village=" + village.code());
            assertThat(texts.get(page)).contains(MAP.name(Divisions.townOf(village.code())) + village.name());
        }
        assertThat(pdf.fonts()).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
    }

    @Test
    void a_poster_tells_telephone_window_figures_in_force_and_edition() {
        var text = new Pdf(sheet(ADDRESS).of(MAP.villages("440233101203"))).text();
        assertThat(text)
                .contains("电话申报12317", "窗口申报", "2天内决定", "15天", "call12317")
                .contains("版本2021-01-01", "打印2025-11-28", "区划440233101203")
                .doesNotContain("{");
    }

    @Test
    void a_town_has_its_own_villages_only() {
        var villages = MAP.villages("440233101");
        assertThat(villages).isNotEmpty().allMatch(village -> village.code().startsWith("440233101"));
        assertThat(new Pdf(sheet(ADDRESS).of(villages)).pages()).isEqualTo(villages.size());
    }

    @Test
    void without_an_address_there_is_no_poster() {
        assertThatThrownBy(() -> sheet(" ").of(MAP.villages("440233101203")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("poster.no-public-address"));
    }

    @Test
    void an_address_that_will_not_do_ends_the_start() {
        for (var address : List.of(
                "shouwang.example",
                "http://shouwang.example",
                "https://shouwang.example/?a=b",
                "https://u@shouwang.example",
                "https://shouwang.example/#top",
                "ftp://shouwang.example")) {
            assertThatThrownBy(() -> new PublicAddress(address)).as(address).isInstanceOf(RuntimeException.class);
        }
        assertThat(new PublicAddress("https://shouwang.example/a//").reportPage("440233101203"))
                .isEqualTo("https://shouwang.example/a/report?village=440233101203");
        assertThat(new PublicAddress("http://127.0.0.1:8080").reportPage("440233101203"))
                .startsWith("http://127.0.0.1:8080/report");
    }

    private static PosterSheet sheet(String address) {
        var terms = new PosterTerms(List.of(new Edition(
                FIRST,
                "12317",
                List.of("打电话 {telephone}。", "{accept-days} 天内决定是否受理，一般不超过 {total-days} 天办结。"),
                List.of("Or call {telephone}."),
                "试验")));
        var limits = new Limits(List.of(new Limits.Edition(FIRST, 15, 5, 5, "试验")));
        return new PosterSheet(terms, limits, new PublicAddress(address), MAP, NOON, 2);
    }

    /// What a phone reads that is held before the code.
    private static String decoded(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var page = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        var code = page.crop(width / 4, height * 18 / 100, width / 2, height * 34 / 100);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(code)))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError("no code on the page", e);
        }
    }

    /// For a look with one's own eyes.
    private static void keep(byte[] bytes) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve("posters.pdf"), bytes);
    }
}
