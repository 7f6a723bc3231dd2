package cn.shouwang.monitoring.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.paper.Paper.Column;
import cn.shouwang.monitoring.paper.Paper.Fact;
import cn.shouwang.monitoring.paper.Paper.Imprint;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PaperTest {

    private static final ZonedDateTime NOON = ZonedDateTime.of(2025, 11, 28, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    private static final List<Column> COLUMNS = List.of(new Column("序号", 20), new Column("内容", 80));
    private static final String LONG = "入户走访时反映水管漏水，已报镇水利所维修。".repeat(12);

    @Test
    void fonts_are_in_the_paper() {
        var fonts = new Pdf(paper(3, NOON)).fonts();
        assertThat(fonts)
                .anyMatch(font -> font.matches("[A-Z]{6}\\+NotoSansSC-Regular embedded"))
                .anyMatch(font -> font.matches("[A-Z]{6}\\+NotoSansSC-Bold embedded"))
                .allMatch(font -> font.endsWith(" embedded"));
    }

    @Test
    void every_page_tells_its_number_and_how_many_there_are() {
        var texts = new Pdf(paper(40, NOON)).texts();
        assertThat(texts).hasSizeGreaterThan(3);
        IntStream.range(0, texts.size())
                .forEach(page -> assertThat(texts.get(page)).contains("第" + (page + 1) + "页共" + texts.size() + "页"));
    }

    @Test
    void a_row_is_on_one_page_and_headings_come_again() {
        var texts = new Pdf(paper(40, NOON)).texts();
        IntStream.range(0, 40)
                .forEach(row -> assertThat(texts.stream().filter(text -> text.contains("第" + row + "行始" + LONG + "终")))
                        .as("row " + row)
                        .hasSize(1));
        assertThat(texts).allMatch(text -> text.contains("序号内容"));
    }

    @Test
    void a_row_longer_than_a_page_goes_on_over_the_next() {
        var endless = LONG.repeat(30);
        var paper = new Paper(new Imprint("长行", "某户", NOON));
        paper.table(COLUMNS, List.of(List.of("1", endless)));
        var pdf = new Pdf(paper.finish());
        assertThat(pdf.pages()).isGreaterThan(1);
        assertThat(pdf.text().split("已报镇水利所", -1)).hasSize(30 * 12 + 1);
    }

    @Test
    void a_character_without_a_glyph_is_told_by_its_code_and_one_with_a_glyph_shown() {
        var paper = new Paper(new Imprint("生僻字", null, NOON));
        paper.text("林\uD842\uDFB7一 \u4E02 \uD840\uDC87 㑇 \uFFFE\u0007\u200B\uDB40\uDD00终", 9);
        assertThat(new Pdf(paper.finish()).text()).isEqualTo("林〔U+20BB7〕一丂\uD840\uDC87㑇〔U+FFFE〕〔U+0007〕终");
    }

    @Test
    void a_line_begins_with_no_closing_mark() {
        var paper = new Paper(new Imprint("标点", null, NOON));
        IntStream.range(30, 60).forEach(length -> paper.text("水".repeat(length) + "，" + "火".repeat(20) + "。", 9));
        assertThat(new Pdf(paper.finish()).lines()).noneMatch(line -> line.startsWith("，") || line.startsWith("。"));
    }

    @Test
    void the_same_paper_is_the_same_bytes_and_one_of_a_second_later_differs_in_its_time() {
        assertThat(paper(5, NOON)).isEqualTo(paper(5, NOON));
        assertThat(new String(paper(5, NOON.plusSeconds(1)), StandardCharsets.ISO_8859_1))
                .contains("D:20251128120001+08'00'")
                .doesNotContain("D:20251128120000");
    }

    @Test
    void text_beyond_the_margin_is_cut_nowhere() {
        var word = "https://monitoring.example/" + "a".repeat(300);
        var paper = new Paper(new Imprint("长词", null, NOON));
        paper.lines(List.of(new Fact("网址", word)));
        assertThat(new Pdf(paper.finish()).text()).contains(word);
    }

    private static byte[] paper(int rows, ZonedDateTime printedAt) {
        var paper = new Paper(new Imprint("某户档案", "某户", printedAt));
        paper.title("某户档案", 18);
        paper.facts(List.of(new Fact("村", "某村"), new Fact("户编号", "1"), new Fact("类型", "一般农户")));
        paper.heading("一、记录");
        paper.table(
                COLUMNS,
                IntStream.range(0, rows)
                        .mapToObj(row -> List.of(String.valueOf(row), "第" + row + "行始" + LONG + "终"))
                        .toList());
        return paper.finish();
    }
}
