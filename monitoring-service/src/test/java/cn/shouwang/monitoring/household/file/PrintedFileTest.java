package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.identification.Case.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.helper.VisitId;
import cn.shouwang.monitoring.helper.Visits;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Profiles;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.file.PrintedFile.Occasion;
import cn.shouwang.monitoring.household.file.Steps.Step;
import cn.shouwang.monitoring.notice.Papers;
import cn.shouwang.monitoring.paper.Paper.Imprint;
import cn.shouwang.monitoring.paper.Pdf;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.removal.Way;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.test.TestViews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrintedFileTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZonedDateTime NOON = ZonedDateTime.of(2025, 11, 28, 12, 0, 0, 0, ZONE);
    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered(
            HOUSEHOLD, VILLAGE, BaseType.ORDINARY, "三组12号", Phone.of("13800000000"), november(1));
    private static final MemberAdded ADDED =
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1));
    private static final List<Step> STEPS = List.of(new Step(
            "household.registered", "cun01", "VILLAGE_COMMITTEE", Instant.parse("2025-11-01T02:03:04Z"), "2025-11-01"));

    @Test
    void a_full_file_tells_every_section() throws IOException {
        var bytes = full();
        keep("full", bytes);
        var pdf = new Pdf(bytes);
        var text = pdf.text();
        assertThat(text)
                .contains("新丰县测试镇", "测试村", HOUSEHOLD.toString(), "一般农户")
                .contains("打印时间2025-11-2812:00", "打印账号cun01", "资料截至记录位置42")
                .contains("一、家庭成员", "林*一", "普通劳动力", "户主")
                .contains("二、家庭情况", "耕地1.20亩", "B级；96.50平方米；砖混；自有", "水泥路", "卫生厕所", "易地搬迁")
                .contains("第1轮", "因病、缺劳动力", "新乡振〔2025〕11号", "到会25人，同意22，反对1，弃权2", "记录2025-评议-07")
                .contains("人均收入11610.00元，监测线11610.00元")
                .contains("林*扶", "138****0009", "驻村第一书记", "救助金已到账", "收入变化-500.00元")
                .contains("七、风险消除", "帮扶消除", "监测期限：符合，现为", "收入高于监测线：符合，现为11610.01元，要求11610.00元")
                .contains("八、办理时间线", "建立农户档案", "2025-11-0110:03", "村委会");
        IntStream.range(0, pdf.pages()).forEach(page -> assertThat(pdf.texts().get(page))
                .contains("第%d页共%d页".formatted(page + 1, pdf.pages())));
        assertThat(pdf.fonts()).isNotEmpty().allMatch(font -> font.endsWith(" embedded"));
    }

    @Test
    void what_the_file_masks_or_leaves_out_is_not_on_paper() {
        assertThat(new Pdf(full()).text())
                .contains("138****0000", "999999********0017", "已登记未显示")
                .doesNotContain("三组12号", "13800000000", "13800000009", "林守一", "19700101", "健康")
                .doesNotContain("某工业区", "6228480000000000000", "99999919700101001444", "试验安置区", "440233000001")
                .doesNotContain(Papers.TEXT, "该户有两辆小汽车", "25.05", "114.2");
    }

    @Test
    void without_the_timeline_there_is_no_such_section() {
        var whole = file(REGISTERED, ADDED);
        assertThat(new Pdf(PrintedFile.of(whole, null, occasion(), told())).text())
                .contains("七、风险消除")
                .doesNotContain("时间线");
    }

    @Test
    void an_empty_household_is_a_file_of_one_page() {
        var pdf = new Pdf(PrintedFile.of(file(REGISTERED), List.of(), occasion(), told()));
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.text()).contains("一、家庭成员无", "二、家庭情况未登记", "六、走访记录无", "第1页共1页");
    }

    @Test
    void thirty_visits_run_over_pages_and_each_is_whole() throws IOException {
        var history = new ArrayList<Placed>(List.of(REGISTERED, ADDED, Visits.ASSIGNED));
        IntStream.range(0, 30)
                .mapToObj(visit -> Visits.recorded(
                        VisitId.of("00000000-0000-4000-8000-0000000001%02d".formatted(visit)),
                        november(1).plusDays(visit),
                        november(30)))
                .forEach(history::add);
        var bytes = PrintedFile.of(file(history.toArray(Placed[]::new)), STEPS, occasion(), told());
        keep("thirty-visits", bytes);
        var pdf = new Pdf(bytes);
        assertThat(pdf.pages()).isGreaterThan(2);
        assertThat(pdf.text().split("需求：需要临时工作", -1)).hasSize(31);
        pdf.texts().forEach(page -> assertThat(page.split("三保障|饮水安全有问题", -1)).hasSameSizeAs(page.split("照片1张；录入", -1)));
    }

    @Test
    void a_name_of_a_character_beyond_the_font_is_told_by_its_code() {
        var person = Persons.of(Persons.MAN, Relation.HEAD);
        var rare = new Person(
                PersonName.of("\uD842\uDFB7一"),
                person.document(),
                person.sex(),
                person.born(),
                person.relation(),
                person.labour(),
                person.health(),
                person.student());
        var whole = file(REGISTERED, new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, rare, november(1)));
        assertThat(new Pdf(PrintedFile.of(whole, null, occasion(), told())).text())
                .contains("〔U+20BB7〕*");
    }

    @Test
    void of_a_forgotten_member_the_paper_says_so() {
        var rows = new TestViews(new HouseholdFileProjection())
                .given(REGISTERED, ADDED, new MemberDescribed(HOUSEHOLD, VILLAGE, HEAD, Profiles.MEMBER, november(2)))
                .forget(HEAD);
        var whole = HouseholdFile.whole(rows.row(HOUSEHOLD));
        assertThat(new Pdf(PrintedFile.of(whole, null, occasion(), told())).text())
                .contains("已删除")
                .doesNotContain("林*一", "999999");
    }

    @Test
    void the_same_file_printed_at_the_same_time_is_the_same_bytes() {
        assertThat(full()).isEqualTo(full());
    }

    private static byte[] full() {
        var history = Stream.of(
                        List.of(
                                REGISTERED,
                                ADDED,
                                new MemberDescribed(HOUSEHOLD, VILLAGE, HEAD, Profiles.MEMBER, november(2)),
                                new HouseholdDescribed(HOUSEHOLD, VILLAGE, Profiles.HOUSEHOLD, november(2))),
                        until(ANNOUNCED, OBJECTED, DISMISSED),
                        List.of(Visits.ASSIGNED, Visits.VISITED, Visits.CORRECTED),
                        List.of(Way.PROPOSED, Way.VISITED, Way.BLOCKED, Way.APPRAISED, Papers.HUNG, Papers.OBJECTED),
                        List.of(Papers.DISMISSED, Papers.DOWN, Way.REVIEWED, Way.REMOVED, Papers.ANNOUNCED))
                .flatMap(List::stream)
                .toArray(Placed[]::new);
        return PrintedFile.of(file(history), STEPS, occasion(), told());
    }

    private static HouseholdFile.Whole file(Placed... history) {
        var rows = new TestViews(new HouseholdFileProjection()).given(history);
        return HouseholdFile.whole(rows.row(HOUSEHOLD));
    }

    private static Occasion occasion() {
        return new Occasion("新丰县", "测试镇", "测试村", new Imprint("农户档案（一户一档）", "某户", NOON), "cun01", "记录位置 42");
    }

    private static Told told() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Told(messages, ZONE);
    }

    /// For a look with one's own eyes.
    private static void keep(String name, byte[] bytes) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name + ".pdf"), bytes);
    }
}
