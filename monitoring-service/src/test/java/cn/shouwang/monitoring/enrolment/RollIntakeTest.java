package cn.shouwang.monitoring.enrolment;

import static cn.shouwang.monitoring.sheet.Sheets.formula;
import static cn.shouwang.monitoring.sheet.Sheets.number;
import static cn.shouwang.monitoring.sheet.Sheets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.dataset.Ids;
import cn.shouwang.monitoring.division.Divisions;
import cn.shouwang.monitoring.enrolment.RollIntake.Outcome;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.sheet.Sheets;
import cn.shouwang.monitoring.sheet.Verdict;
import cn.shouwang.platform.rule.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RollIntakeTest {

    private static final String VILLAGE = "440233999999";
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 1);
    private static final String TITLES = "户编号,行政村代码,户类型,联系电话,自然村,人编号,姓名,性别,证件号码,出生日期,与户主关系,劳动技能,健康状况,在校生状况\n";
    private static final int REGISTERED = 90; // the number of somebody who is on the register
    private static final String NUMBERED = "H90"; // the number of a household on the register

    private final List<Entered> taken = new ArrayList<>();

    @Test
    void a_household_is_taken_as_the_file_tells_it() {
        var outcome = read(utf8(TITLES + row("H1", 1, "户主") + row("H1", 2, "配偶") + row("H2", 3, "户主")));
        assertThat(outcome.verdicts()).containsExactly(Map.entry(Verdict.ACCEPTED, 3));
        assertThat(outcome.errors()).isNull();
        assertThat(outcome.households()).isEqualTo(2);
        assertThat(taken).hasSize(2);
        var first = taken.getFirst();
        assertThat(first.row()).isEqualTo(2);
        assertThat(first.village()).isEqualTo(VILLAGE);
        assertThat(first.baseType()).isEqualTo(BaseType.ORDINARY);
        assertThat(Objects.requireNonNull(first.phone()).value()).isEqualTo("13800000001");
        assertThat(first.address()).isEqualTo("第一组");
        assertThat(first.members())
                .extracting(member -> member.person().relation())
                .containsExactly(Relation.HEAD, Relation.SPOUSE);
        var head = first.members().getFirst().person();
        assertThat(head.document().value()).isEqualTo(Ids.text(1));
        assertThat(head.born()).isEqualTo(Ids.of(1).birth());
        assertThat(head.health()).containsExactly(Health.HEALTHY);
        assertThat(first.number()).isEqualTo("H1");
        assertThat(first.members()).extracting(Entered.Member::number).containsExactly("P1", "P2");
        assertThat(first).hasToString("Entered[2]");
        assertThat(first.members()).allSatisfy(member -> assertThat(member).hasToString("Member"));
    }

    @Test
    void a_household_whose_national_number_another_one_has_is_refused_row_by_row() throws IOException {
        var outcome = read(utf8(TITLES + row(NUMBERED, 1, "户主") + row(NUMBERED, 2, "配偶") + row("H1", 3, "户主")));
        assertThat(told(outcome)).containsExactly("2 HOUSEHOLD_NUMBER_REGISTERED", "3 HOUSEHOLD_NUMBER_REGISTERED");
        assertThat(taken).extracting(Entered::number).containsExactly("H1");
        assertThat(outcome.refused()).isEqualTo(1);
    }

    @Test
    void a_piece_that_was_staged_before_numbers_were_kept_is_still_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var row : List.of(2, 3)) {
                out.writeInt(row);
                for (var text : List.of(VILLAGE, "LIFTED", "第一组", "")) {
                    out.writeUTF(text);
                }
                out.writeByte(1);
                for (var text : List.of("测某", Ids.text(row), "", "", "HEAD", "ORDINARY", "HEALTHY")) {
                    out.writeUTF(text);
                }
                out.writeBoolean(false);
            }
        }
        assertThat(Roll.read(bytes.toByteArray()))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.number()).isNull();
                            assertThat(first.address()).isEqualTo("第一组");
                            assertThat(first.members()).singleElement().satisfies(member -> {
                                assertThat(member.number()).isNull();
                                assertThat(member.person().document().value()).isEqualTo(Ids.text(2));
                            });
                        },
                        second -> assertThat(second.row()).isEqualTo(3));
    }

    /// Every kind of dirt in one file, and what is said of each row.
    @Test
    void M13_Q01_every_row_of_a_dirty_file_gets_its_verdict_and_a_household_is_taken_whole_or_not() throws IOException {
        var file = new ByteArrayOutputStream();
        var lines = new ArrayList<String>();
        file.writeBytes(utf8(TITLES));
        // rows from 2 on: what is written, and its verdict
        expect(file, lines, row("A", 1, "户主"), "2 ACCEPTED");
        expect(file, lines, row("A", 2, "之子").replace(Ids.text(2), Ids.old(2)), "3 ACCEPTED"); // 15 digits
        expect(file, lines, row("B", 3, "户主").replace(Ids.text(3), wide(Ids.text(3))), "4 ACCEPTED");
        expect(
                file,
                lines,
                row("C", 4, "户主").replace("," + born(4) + ",", "," + born(4).replace('-', '/') + ","),
                "5 ACCEPTED");
        expect(file, lines, row("C", 5, "之女").replace("," + born(5) + ",", ",二月三十,"), "6 DAY_UNREADABLE");
        expect(file, lines, row("D", 6, "之子"), "7 HOUSEHOLD_NO_HEAD");
        expect(file, lines, row("E", 7, "户主"), "8 HOUSEHOLD_HEADS");
        expect(file, lines, row("E", 8, "户主"), "9 HOUSEHOLD_HEADS");
        expect(file, lines, row("F", 9, "户主").replace("测某", "=HYPERLINK(1)"), "10 FORMULA");
        expect(file, lines, row("F", 10, "之子"), "11 HOUSEHOLD_ROW_REFUSED(第10行)");
        expect(file, lines, "," + row("G", 11, "户主"), "12 COLUMNS_SHIFTED");
        expect(file, lines, row("H", 12, "户主"), "13 ACCEPTED");
        expect(file, lines, row("I", 13, "户主").replace(Ids.text(13), wrong(13)), "14 ID_CHECK_DIGIT");
        expect(file, lines, row("J", 14, "户主"), "15 DUPLICATE_ID");
        expect(file, lines, row("K", 14, "户主").replace("P14,", "P15,"), "16 DUPLICATE_ID");
        expect(file, lines, row("L", 16, "户主"), "17 DUPLICATE_NUMBER");
        expect(file, lines, row("M", 17, "户主").replace("P17,", "P16,"), "18 DUPLICATE_NUMBER");
        expect(file, lines, row("N", REGISTERED, "户主"), "19 ID_REGISTERED");
        expect(file, lines, row("N", 18, "配偶"), "20 HOUSEHOLD_ROW_REFUSED(第19行)");
        expect(file, lines, row("A", 19, "之女"), "21 HOUSEHOLD_SCATTERED");
        expect(file, lines, row("O", 20, "户主").replace(VILLAGE, "440281100200"), "22 VILLAGE_UNKNOWN");
        expect(file, lines, row("P", 21, "户主").replace("测某", "\"测某"), "23 BROKEN_QUOTES");
        expect(file, lines, row("Q", 22, "户主").replace("健康,", "健康、残疾,"), "24 HEALTH_UNCLEAR");
        expect(file, lines, row("R", 23, "表哥"), "25 RELATION_UNKNOWN");
        file.writeBytes(utf8("S,%s,一般农户,,,P24,".formatted(VILLAGE)));
        file.writeBytes("测某".getBytes(Charset.forName("GBK"))); // pasted from another file
        expect(file, lines, ",,%s,,户主,普通劳动力,健康,\n".formatted(Ids.text(24)), "26 UNREADABLE_CHARACTER");
        expect(file, lines, row("T", 25, "户主").replace(Ids.text(25), "9.99999194E+17"), "27 ID_AS_NUMBER");
        expect(file, lines, row("U", 26, "户主"), "28 ACCEPTED");
        var outcome = read(file.toByteArray());
        assertThat(told(outcome)).containsExactlyElementsOf(settled(lines));
        assertThat(outcome.rows()).isEqualTo(lines.size());
        // A is scattered, C has a bad day; G slipped and may belong to E's neighbour H or to F; P's quotes too
        assertThat(taken).extracting(Entered::row).containsExactly(4, 28);
        assertThat(outcome.households()).isEqualTo(2);
    }

    /// The verdicts written beside the rows are those of the row itself; what its neighbours do to it stands here.
    private static List<String> settled(List<String> lines) {
        return lines.stream()
                .map(line -> switch (line) {
                    case "2 ACCEPTED", "3 ACCEPTED" -> line.charAt(0) + " HOUSEHOLD_SCATTERED";
                    case "5 ACCEPTED" -> "5 HOUSEHOLD_ROW_REFUSED(第6行)";
                    case "13 ACCEPTED" -> "13 HOUSEHOLD_ROW_REFUSED(第12行)";
                    default -> line;
                })
                .filter(line -> !line.endsWith(" ACCEPTED"))
                .toList();
    }

    @Test
    void a_row_that_does_not_tell_whose_it_is_costs_the_household_before_and_behind() {
        var outcome =
                read(utf8(TITLES + row("H1", 1, "户主") + row("", 2, "之子") + row("H2", 3, "户主") + row("H3", 4, "户主")));
        assertThat(outcome.verdicts())
                .containsOnly(
                        Map.entry(Verdict.HOUSEHOLD_NUMBER_MISSING, 1),
                        Map.entry(Verdict.HOUSEHOLD_ROW_REFUSED, 2),
                        Map.entry(Verdict.ACCEPTED, 1));
        assertThat(taken).extracting(Entered::row).containsExactly(5);
    }

    @Test
    void a_row_that_slipped_costs_only_its_own_household_when_it_holds_its_number() {
        var outcome = read(utf8(TITLES + row("H1", 1, "户主") + "," + row("H1", 2, "之子") + row("H2", 3, "户主")));
        assertThat(outcome.verdicts())
                .containsOnly(
                        Map.entry(Verdict.COLUMNS_SHIFTED, 1),
                        Map.entry(Verdict.HOUSEHOLD_ROW_REFUSED, 1),
                        Map.entry(Verdict.ACCEPTED, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "一般农户, 其他户, TYPE_UNKNOWN",
        "13800000001, 12345, PHONE_UNREADABLE",
        "测某, 测1, NAME_UNREADABLE",
        "普通劳动力, 劳动力, LABOUR_UNKNOWN",
        "健康, 良好, HEALTH_UNKNOWN",
        "健康, '', HEALTH_UNCLEAR",
        "P1, '', PERSON_NUMBER_MISSING",
    })
    void a_word_that_is_not_known_is_not_guessed(String right, String written, Verdict verdict) {
        var outcome = read(utf8(TITLES + row("H1", 1, "户主").replace("," + right + ",", "," + written + ",")));
        assertThat(outcome.verdicts()).containsExactly(Map.entry(verdict, 1));
        assertThat(taken).isEmpty();
    }

    @Test
    void sex_and_birth_that_are_not_those_of_the_id_are_refused() {
        var sex = Ids.of(1).male() ? "女" : "男";
        assertThat(read(utf8(TITLES + row("H1", 1, "户主").replace("测某,,", "测某," + sex + ",")))
                        .verdicts())
                .containsExactly(Map.entry(Verdict.SEX_DIFFERS, 1));
        assertThat(read(utf8(TITLES + row("H1", 1, "户主").replace("," + born(1) + ",", ",1999-01-01,")))
                        .verdicts())
                .containsKey(Verdict.BIRTH_DIFFERS);
    }

    @Test
    void rows_of_a_household_that_name_two_villages_are_refused() {
        var elsewhere = row("H1", 2, "之子").replace(VILLAGE, "440233101203");
        assertThat(read(utf8(TITLES + row("H1", 1, "户主") + elsewhere)).verdicts())
                .containsExactly(Map.entry(Verdict.HOUSEHOLD_DIFFERS, 2));
    }

    @Test
    void a_village_outside_the_senders_division_is_refused() {
        var other = row("H1", 1, "户主").replace(VILLAGE, "440233100200");
        assertThat(read(utf8(TITLES + other), "440233101").verdicts())
                .containsExactly(Map.entry(Verdict.VILLAGE_OUTSIDE, 1));
    }

    @Test
    void a_second_spouse_and_more_than_fifty_members_are_refused() {
        assertThat(read(utf8(TITLES + row("H1", 1, "户主") + row("H1", 2, "配偶") + row("H1", 3, "配偶")))
                        .verdicts())
                .containsExactly(Map.entry(Verdict.HOUSEHOLD_SPOUSES, 3));
        var many = new StringBuilder(TITLES).append(row("H1", 1, "户主"));
        for (var member = 2; member <= 51; member++) {
            many.append(row("H1", member, "其他"));
        }
        assertThat(read(utf8(many.toString())).verdicts()).containsExactly(Map.entry(Verdict.HOUSEHOLD_TOO_LARGE, 51));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-8", "UTF-16LE"})
    void a_file_is_read_in_the_encodings_offices_use(String charset) {
        var mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        read((mark + TITLES + row("H1", 1, "户主")).getBytes(Charset.forName(charset)));
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().address()).isEqualTo("第一组");
    }

    @Test
    void villages_are_known_by_their_names_and_another_document_by_its_kind() {
        var titles = "户编号,镇,行政村,户类型,人编号,姓名,证件类型,证件号码,与户主关系,劳动技能,健康状况,在校生状况\n";
        var rest = ",普通劳动力,健康,小学\n";
        read(utf8(titles + "H1,马头镇,寨下村,脱贫户,P1,测某,护照,E12345678,户主" + rest
                + "H1,马头镇,寨下村,脱贫户,P2,测某,残疾人证," + Ids.text(2) + "42,之子" + rest
                + "H1,马头镇,寨下村,脱贫户,P3,测某,,T-440233101203-7,之子" + rest));
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().village()).isEqualTo("440233101203");
        assertThat(taken.getFirst().baseType()).isEqualTo(BaseType.LIFTED);
        assertThat(taken.getFirst().members())
                .extracting(member -> member.person().document().value())
                .containsExactly("PASSPORT:E12345678", Ids.text(2), "T-440233101203-7");
        assertThat(taken.getFirst().members())
                .allMatch(member -> member.person().student());
    }

    @Test
    void a_name_that_two_villages_share_is_neither() {
        var places = new Places(Divisions.real(), "440233");
        assertThat(places.named("梅坑镇", "梅坑")).isEmpty();
        assertThat(places.named("梅坑镇", "梅坑村")).contains("440233102205");
        assertThat(places.named("梅坑", "梅坑社区")).contains("440233102001");
        assertThat(places.named("丰城镇", "罗洞村")).contains("440233001213");
    }

    @Test
    void merged_cells_formulas_and_ids_kept_as_numbers_of_a_workbook_cost_their_households() {
        var titles = cells(TITLES.strip().split(",", -1));
        var day = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), Ids.of(1).birth());
        var file = new Sheets()
                .rows(
                        List.of(
                                titles,
                                with(row("H1", 1, "户主"), 9, number(Long.toString(day))),
                                cells(row("H2", 2, "户主").strip().split(",", -1)),
                                cells(row("H3", 3, "户主").strip().split(",", -1)),
                                with(row("H4", 4, "户主"), 6, formula("A1", "测某")),
                                with(row("H5", 5, "户主"), 8, number("999999194001060007"))),
                        "<mergeCells><mergeCell ref=\"A3:A4\"/></mergeCells>");
        assertThat(read(file.bytes()).verdicts())
                .containsOnly(
                        Map.entry(Verdict.ACCEPTED, 1),
                        Map.entry(Verdict.MERGED_CELL, 2),
                        Map.entry(Verdict.FORMULA, 1),
                        Map.entry(Verdict.ID_AS_NUMBER, 1));
    }

    @Test
    void a_bomb_is_refused_as_a_whole_and_so_is_what_cannot_be_judged_row_by_row() {
        var bomb = new Sheets().rows(List.of(cells("户编号")), "").entry("xl/media/image1.png", out -> {
            var zeros = "0".repeat(1 << 20);
            for (var times = 0; times < 700; times++) {
                out.write(zeros);
            }
        });
        refused(bomb.bytes(), "dataset.zip-bomb");
        refused(utf8("户编号,人编号,姓名\nH1,P1,测某\n"), "dataset.columns-missing");
        refused(utf8(TITLES), "dataset.rows-none");
        refused(utf8(TITLES + row("H1", 1, "户主").repeat(101)), "dataset.rows-too-many");
        assertThat(taken).isEmpty();
    }

    @Test
    void the_errors_repeat_nothing_that_runs_or_tells_who() throws IOException {
        var outcome = read(utf8(TITLES
                + row("H1", 1, "户主").replace("测某", "=cmd|' /C calc'!A0")
                + row("H1", 2, "之子")
                + row("H2", 3, "户主").replace(Ids.text(3), wrong(3))));
        assertThat(errors(outcome))
                .isEqualTo("""
            \uFEFF行号,列,原因代码,原因,证件号码\r
            2,"姓名",FORMULA,含有公式,"%s"\r
            3,,HOUSEHOLD_ROW_REFUSED,同户另有一行被退回(第2行),"%s"\r
            4,"证件号码",ID_CHECK_DIGIT,证件号码校验位不符,"%s"\r
            """.formatted(masked(Ids.text(1)), masked(Ids.text(2)), masked(wrong(3))));
    }

    private Outcome read(byte[] file) {
        return read(file, "440233");
    }

    private Outcome read(byte[] file, String reach) {
        return new RollIntake(
                        (header, from1904) -> new RollJudge(
                                header,
                                new Places(Divisions.withTrialTown(), "440233"),
                                village -> village.startsWith(reach),
                                from1904,
                                TODAY),
                        id -> id.value().equals(Ids.text(REGISTERED)),
                        NUMBERED::equals,
                        100,
                        2,
                        piece -> taken.addAll(Roll.read(piece)))
                .read(file);
    }

    private void refused(byte[] file, String rule) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static String row(String household, int person, String relation) {
        return "%s,%s,一般农户,13800000001,第一组,P%d,测某,,%s,%s,%s,普通劳动力,健康,\n"
                .formatted(household, VILLAGE, person, Ids.text(person), born(person), relation);
    }

    private static void expect(ByteArrayOutputStream file, List<String> lines, String row, String verdict) {
        file.writeBytes(utf8(row));
        lines.add(verdict);
    }

    private static List<String> told(Outcome outcome) throws IOException {
        return errors(outcome).lines().skip(1).map(RollIntakeTest::brief).toList();
    }

    private static String brief(String line) {
        var columns = line.split(",", -1);
        var because = columns[3].indexOf('(');
        return columns[0] + " " + columns[2] + (because < 0 ? "" : columns[3].substring(because));
    }

    private static String errors(Outcome outcome) throws IOException {
        var packed = Objects.requireNonNull(outcome.errors());
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> cells(String... texts) {
        var cells = new ArrayList<String>();
        for (var cell : texts) {
            cells.add(text(cell));
        }
        return cells;
    }

    private static List<String> with(String row, int place, String cell) {
        var cells = new ArrayList<>(cells(row.strip().split(",", -1)));
        cells.set(place, cell);
        return cells;
    }

    private static String born(int person) {
        return Ids.of(person).birth().toString();
    }

    private static String wrong(int person) {
        var id = Ids.text(person);
        return id.substring(0, 17) + (id.endsWith("0") ? "1" : "0");
    }

    private static String masked(String id) {
        return id.substring(0, 6) + "********" + id.substring(14);
    }

    private static String wide(String id) {
        var wide = new StringBuilder();
        id.chars().forEach(letter -> wide.append((char) (letter + 0xFEE0)));
        return wide.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
