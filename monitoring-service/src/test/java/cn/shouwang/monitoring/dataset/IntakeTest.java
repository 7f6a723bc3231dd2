package cn.shouwang.monitoring.dataset;

import static cn.shouwang.monitoring.sheet.Sheets.formula;
import static cn.shouwang.monitoring.sheet.Sheets.number;
import static cn.shouwang.monitoring.sheet.Sheets.shared;
import static cn.shouwang.monitoring.sheet.Sheets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.dataset.Intake.Outcome;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.sheet.Sheets;
import cn.shouwang.monitoring.sheet.Verdict;
import cn.shouwang.platform.rule.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeTest {

    private static final Period MARCH = new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31));
    private static final String TITLES = "姓名,身份证号,结算单号,结算日期,自付金额,就医类别\n";
    private static final String ID = Ids.text(7);
    private static final List<String> TITLE_CELLS = List.of(text("身份证号"), text("发证日期"), text("残疾等级"));

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void a_row_is_taken_with_what_it_says_and_nothing_of_who_it_is_about() {
        var outcome = settlement("测某,%s,JS001,2025-03-05,\"1,234.50\",住院\n".formatted(ID));
        assertThat(outcome.verdicts()).containsExactly(Map.entry(Verdict.ACCEPTED, 1));
        assertThat(outcome.errors()).isNull();
        assertThat(facts).hasSize(1);
        var fact = facts.getFirst();
        assertThat(fact.amountFen()).isEqualTo(123_450);
        assertThat(LocalDate.ofEpochDay(fact.day())).isEqualTo(LocalDate.of(2025, 3, 5));
        assertThat(fact.code()).isEqualTo("住院");
        assertThat(fact.high()).isEqualTo(key(ID).high());
        assertThat(fact).hasToString("Fact");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ID_MISSING",
        "99999919700101001, ID_MALFORMED",
        "999999197001010013, ID_CHECK_DIGIT",
        "999999197002300014, ID_BIRTH_DATE",
        "9.99999197001E+17, ID_AS_NUMBER",
        "9999991970010100*4, ID_MALFORMED",
        "=HYPERLINK(1), FORMULA",
        "@SUM(1), FORMULA",
        "+CMD, FORMULA",
    })
    void an_id_that_is_none_is_refused_with_its_reason(String id, Verdict verdict) {
        var fitting = verdict == Verdict.ID_BIRTH_DATE ? withCheck(id) : id;
        assertThat(settlement("测某,%s,JS001,2025-03-05,10,住院\n".formatted(fitting))
                        .verdicts())
                .containsExactly(Map.entry(verdict, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "２０２５年３月５日",
                "2025/3/5",
                "2025.03.05",
                "20250305",
                "2025-03-05 08:30:00",
                "45721",
                "45721.5",
                "2025年3月5日"
            })
    void a_day_is_read_in_every_form_departments_write_it(String day) {
        settlement("测某,%s,JS001,%s,10,住院\n".formatted(ID, day));
        assertThat(facts)
                .extracting(fact -> LocalDate.ofEpochDay(fact.day()))
                .containsExactly(LocalDate.of(2025, 3, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "三月五日, DAY_UNREADABLE",
        "2025-02-30, DAY_UNREADABLE",
        "'', DAY_UNREADABLE",
        "2025-04-01, DAY_OUTSIDE_PERIOD",
        "2024-03-05, DAY_OUTSIDE_PERIOD"
    })
    void a_day_that_is_none_or_not_of_the_period_is_refused(String day, Verdict verdict) {
        assertThat(settlement("测某,%s,JS001,%s,10,住院\n".formatted(ID, day)).verdicts())
                .containsExactly(Map.entry(verdict, 1));
    }

    @ParameterizedTest
    @CsvSource({"一百元, AMOUNT_UNREADABLE", "-5, FORMULA", "1.005, AMOUNT_UNREADABLE", "'', AMOUNT_UNREADABLE"})
    void an_amount_that_is_none_is_refused(String amount, Verdict verdict) {
        assertThat(settlement("测某,%s,JS001,2025-03-05,%s,住院\n".formatted(ID, amount))
                        .verdicts())
                .containsExactly(Map.entry(verdict, 1));
    }

    @Test
    void an_old_id_of_15_digits_is_the_same_person_as_the_one_of_18() {
        settlement("测某,%s,JS001,2025-03-05,10,住院\n测某,%s,JS002,2025-03-06,10,住院\n".formatted(Ids.old(7), ID));
        assertThat(facts).hasSize(2).extracting(Fact::low).containsOnly(key(ID).low());
    }

    @Test
    void full_width_digits_and_blanks_around_are_the_same_person() {
        var wide = new StringBuilder();
        ID.chars().forEach(letter -> wide.append((char) (letter + 0xFEE0)));
        settlement("测某,\u3000%s ,JS001,2025-03-05,１０．５０,住院\n".formatted(wide));
        assertThat(facts).extracting(Fact::low).containsExactly(key(ID).low());
        assertThat(facts.getFirst().amountFen()).isEqualTo(1_050);
    }

    @Test
    void a_row_that_slipped_to_the_side_is_told_as_such() {
        var outcome = settlement("""
            ,测某,%1$s,JS001,2025-03-05,10,住院
            %1$s,JS002,2025-03-05,10,住院
            """.formatted(ID));
        assertThat(outcome.verdicts()).containsExactly(Map.entry(Verdict.COLUMNS_SHIFTED, 2));
    }

    @Test
    void one_quote_too_many_costs_its_own_row_only() {
        var outcome = settlement("""
            "测某,%1$s,JS001,2025-03-05,10,住院
            测某,%1$s,JS002,2025-03-05,10,住院
            """.formatted(ID));
        assertThat(outcome.verdicts())
                .containsOnly(Map.entry(Verdict.BROKEN_QUOTES, 1), Map.entry(Verdict.ACCEPTED, 1));
    }

    @Test
    void a_record_that_is_there_twice_counts_once() {
        var outcome = settlement("测某,%1$s,JS001,2025-03-05,10,住院\n测某,%1$s,JS001,2025-03-05,10,住院\n".formatted(ID));
        assertThat(outcome.verdicts())
                .containsOnly(Map.entry(Verdict.ACCEPTED, 1), Map.entry(Verdict.DUPLICATE_ROW, 1));
    }

    @Test
    void a_list_that_names_a_person_once_refuses_the_second_time() {
        var outcome = read(
                Dataset.DISABILITY, utf8("身份证号,发证日期,残疾等级\n%1$s,2025-03-05,一级\n%1$s,2025-03-06,2级\n".formatted(ID)));
        assertThat(outcome.verdicts()).containsOnly(Map.entry(Verdict.ACCEPTED, 1), Map.entry(Verdict.DUPLICATE_ID, 1));
        assertThat(facts).extracting(Fact::number).containsExactly(1);
    }

    @Test
    void a_file_in_GBK_and_one_in_UTF_8_with_a_mark_are_read_alike() {
        var text = TITLES + "测某,%s,JS001,2025-03-05,10,住院\n".formatted(ID);
        read(Dataset.MEDICAL_SETTLEMENT, text.getBytes(Charset.forName("GBK")));
        read(Dataset.MEDICAL_SETTLEMENT, utf8("\uFEFF" + text));
        read(Dataset.MEDICAL_SETTLEMENT, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(facts).hasSize(3).extracting(Fact::code).containsOnly("住院");
    }

    @Test
    void a_character_that_cannot_be_read_costs_its_row_only() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8(TITLES + "测某,%s,JS001,2025-03-05,10,".formatted(ID)));
        bytes.writeBytes("门诊".getBytes(Charset.forName("GBK"))); // pasted from another file
        bytes.writeBytes(utf8("\n测某,%s,JS002,2025-03-05,10,住院\n".formatted(ID)));
        assertThat(read(Dataset.MEDICAL_SETTLEMENT, bytes.toByteArray()).verdicts())
                .containsOnly(Map.entry(Verdict.UNREADABLE_CHARACTER, 1), Map.entry(Verdict.ACCEPTED, 1));
    }

    @Test
    void titles_may_stand_below_a_name_and_in_another_order_and_tabs_may_part_cells() {
        read(
                Dataset.DISABILITY,
                utf8("新评残人员名单\t\t\n\n残疾等级(级)\t 公民身份号码 \t发证日期*\t备注\n二级\t'%s\t2025-03-05\t=1+1\n".formatted(ID)));
        assertThat(facts).extracting(Fact::number).containsExactly(2);
    }

    @Test
    void the_errors_say_row_column_and_reason_and_nothing_that_runs_or_tells_who() throws IOException {
        var outcome = settlement("""
            =cmd|' /C calc'!A0,999999197001010013,JS001,2025-03-05,10,住院
            测某,=HYPERLINK("http://x"),JS002,2025-03-05,10,住院
            """);
        assertThat(errors(outcome)).isEqualTo("""
            \uFEFF行号,列,原因代码,原因,证件号码\r
            2,"身份证号",ID_CHECK_DIGIT,证件号码校验位不符,"999999********0013"\r
            3,"身份证号",FORMULA,含有公式,""\r
            """);
    }

    @Test
    void a_workbook_is_read_with_texts_shared_or_not_and_days_as_numbers() {
        var file = new Sheets()
                .entry(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>%s</t></si><si><r><t>二</t></r><r><t>级</t></r></si></sst>".formatted(ID))
                .rows(List.of(TITLE_CELLS, List.of(shared(0), number("45721"), shared(1))), "");
        read(Dataset.DISABILITY, file.bytes());
        assertThat(facts).extracting(Fact::number).containsExactly(2);
        assertThat(LocalDate.ofEpochDay(facts.getFirst().day())).isEqualTo(LocalDate.of(2025, 3, 5));
    }

    @Test
    void merged_cells_formulas_and_ids_kept_as_numbers_cost_their_rows_only() {
        var good = List.of(text(ID), text("2025-03-05"), number("1"));
        var file = new Sheets()
                .rows(
                        List.of(
                                List.of(text("评残名单")),
                                TITLE_CELLS,
                                good,
                                List.of(text(Ids.text(8)), text("2025-03-05"), number("1")),
                                List.of(text(Ids.text(9)), formula("TODAY()", "45721"), number("1")),
                                List.of(number("999999197001010016"), text("2025-03-05"), number("1")),
                                List.of(number("9.9999919700101E+17"), text("2025-03-05"), number("1"))),
                        "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B4:B4\"/></mergeCells>");
        assertThat(read(Dataset.DISABILITY, file.bytes()).verdicts())
                .containsOnly(
                        Map.entry(Verdict.ACCEPTED, 1),
                        Map.entry(Verdict.MERGED_CELL, 1),
                        Map.entry(Verdict.FORMULA, 1),
                        Map.entry(Verdict.ID_AS_NUMBER, 2));
    }

    @Test
    void a_bomb_is_refused_as_a_whole() {
        var bomb = new Sheets().rows(List.of(TITLE_CELLS), "").entry("xl/media/image1.png", out -> {
            var zeros = "0".repeat(1 << 20);
            for (var times = 0; times < 700; times++) {
                out.write(zeros);
            }
        });
        refused(bomb.bytes(), "dataset.zip-bomb");
    }

    @Test
    void an_endless_cell_fills_no_memory_and_costs_its_row_only() {
        var file = new Sheets().entry("xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData><row>" + String.join("", TITLE_CELLS) + "</row><row>");
            out.write("<c t=\"inlineStr\"><is><t>");
            var random = new SplittableRandom(1);
            for (var times = 0; times < 1 << 20; times++) {
                out.write(Integer.toString(random.nextInt(1_000_000, 10_000_000)));
            }
            out.write("</t></is></c></row><row>" + text(ID) + text("2025-03-05") + number("1"));
            out.write("</row></sheetData></worksheet>");
        });
        assertThat(read(Dataset.DISABILITY, file.bytes()).verdicts())
                .containsOnly(Map.entry(Verdict.CELL_TOO_LONG, 1), Map.entry(Verdict.ACCEPTED, 1));
    }

    @Test
    void entities_that_grow_are_not_looked_at() {
        var file = new Sheets()
                .entry(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>"
                                + "</sheetData></worksheet>");
        refused(file.bytes(), "dataset.unreadable");
    }

    @Test
    void a_workbook_with_two_filled_sheets_is_refused_since_one_would_be_left_out() {
        var file = new Sheets()
                .rows(List.of(TITLE_CELLS), "")
                .entry(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData><row>" + text("x") + "</row></sheetData></worksheet>")
                .entry("xl/workbook.xml", """
                    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet r:id="rId1"/><sheet r:id="rId2"/></sheets></workbook>\
                    """);
        refused(file.bytes(), "dataset.sheets-several");
    }

    @Test
    void what_cannot_be_judged_row_by_row_is_refused_as_a_whole() {
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "dataset.old-excel");
        refused(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "dataset.unreadable");
        refused(new byte[200], "dataset.kind-unknown");
        refused(new byte[0], "dataset.columns-missing");
        refused(utf8("姓名,身份证号\n测某,%s\n".formatted(ID)), "dataset.columns-missing");
        refused(utf8("身份证号,证件号码,发证日期,残疾等级\n"), "dataset.columns-twice");
        refused(utf8("身份证号,发证日期,残疾等级\n,,\n"), "dataset.rows-none");
        var three = "身份证号,发证日期,残疾等级\n" + "x,2025-03-05,1\n".repeat(3);
        assertThatThrownBy(() -> new Intake(Dataset.DISABILITY, MARCH, IntakeTest::key, 2, _ -> {}).read(utf8(three)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("dataset.rows-too-many"));
    }

    private Outcome settlement(String rows) {
        return read(Dataset.MEDICAL_SETTLEMENT, utf8(TITLES + rows));
    }

    private Outcome read(Dataset dataset, byte[] file) {
        return new Intake(dataset, MARCH, IntakeTest::key, 1_000, piece -> Facts.each(piece, facts::add)).read(file);
    }

    private void refused(byte[] file, String rule) {
        assertThatThrownBy(() -> read(Dataset.DISABILITY, file))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
        assertThat(facts).isEmpty();
    }

    private static String errors(Outcome outcome) throws IOException {
        var packed = Objects.requireNonNull(outcome.errors());
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String withCheck(String id) {
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var at = 0; at < weights.length; at++) {
            sum += weights[at] * (id.charAt(at) - '0');
        }
        return id.substring(0, 17) + "10X98765432".charAt(sum % 11);
    }

    private static PersonKey key(String id) {
        return new PersonKey(id.hashCode() * 31L, id.hashCode());
    }

    private static PersonKey key(IdNumber id) {
        return key(id.value());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
