package cn.shouwang.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.shouwang.bench.county.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Families of 天中村 and of its neighbour 缠良村 for a year, by the forms that a plain case does not need: the
/// register, lists of households, departments, an appeal, the toolbox, incentives, and the way out and back.
/// The chapters build on one another.
@InBrowsers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // earlier chapters fill the fields
class FamiliesInBrowsersTest {

    private static final String TIANZHONG = "440233103200";
    private static final String CHANLIANG = "440233103201";
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 3);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 9);
    private static final String BOARD = "村务公开栏";

    private final Persons people = new Persons(61);

    private Tab clerk;
    private Tab neighbour;
    private Tab town;
    private Tab county;
    private Village village;
    private Village.Family chen;
    private Village.Family other;
    private Village.Family third;

    @BeforeAll
    void everybody_sits_down(WholeSuite suite, Browsers browsers) {
        village = new Village(suite, TIANZHONG);
        chen = village.registers(people.man(1970), people.woman(1945), MARCH);
        other = village.registers(people.man(1972), people.woman(1947), MARCH);
        third = new Village(suite, CHANLIANG).registers(people.man(1974), people.woman(1949), MARCH);
        clerk = browsers.desk().signedIn(suite.office("village-" + TIANZHONG));
        neighbour = browsers.desk().signedIn(suite.office("village-" + CHANLIANG));
        town = browsers.desk().signedIn(suite.office("town-" + TIANZHONG.substring(0, 9)));
        county = browsers.desk().signedIn(suite.office("county-officer"));
    }

    @Test
    @Order(1)
    void who_lives_there_is_added_corrected_described_moves_and_leaves() {
        var wife = people.woman(1973);
        clerk.opens(file(chen, "overview"));
        person(clerk.step("ADD_MEMBER").dates("办理日期", MARCH), wife)
                .chooses("与户主关系", "配偶")
                .chooses("增加原因（选填）", "嫁入、入赘")
                .sends();
        clerk.step("DESCRIBE_HOUSEHOLD").dates("办理日期", MARCH);
        clerk.dialog().fillsIn("土地（亩）（选填）").writes("耕地", "3.5");
        clerk.dialog().fillsIn("饮水（达标的勾选）（选填）").ticks("水量达标").ticks("水质达标");
        clerk.dialog().sends();
        assertThat(clerk.page().locator("main")).containsText("3.5");

        clerk.tab("成员").click();
        assertThat(members()).hasCount(3);
        person(ofMember("配偶", "更正成员信息").dates("办理日期", MARCH), wife)
                .chooses("与户主关系", "配偶")
                .chooses("劳动能力", "弱劳动力或半劳动力")
                .sends();
        assertThat(member("配偶")).containsText("弱劳动力或半劳动力");
        ofMember("配偶", "补充成员信息").dates("办理日期", MARCH).fillsIn("参保（选填）").ticks("居民医保");
        clerk.dialog().sends();
        ofMember("配偶", "成员转户")
                .dates("办理日期", MARCH.plusDays(1))
                .chooses("选择农户（户主）", "，2 人")
                .chooses("在新户中与户主关系", "其他")
                .sends();
        assertThat(member("配偶")).containsText("转入本县另一户");
        clerk.pictured("members");

        clerk.opens(file(other, "members"));
        ofMember("其他", "减少成员")
                .dates("办理日期", MARCH.plusDays(2))
                .chooses("减少原因", "户籍迁出")
                .sends();
        assertThat(member("其他")).containsText("户籍迁出");
        clerk.isQuiet();
    }

    @Test
    @Order(2)
    void a_base_type_is_disputed_by_one_and_decided_by_another() {
        dispute(MARCH.plusDays(1));
        county.opens(file(third, "overview"));
        county.step("CONFIRM_BASE_TYPE").dates("办理日期", MARCH.plusDays(1)).sends();
        assertThat(county.page().locator("main")).containsText("脱贫户");

        dispute(MARCH.plusDays(2));
        assertThat(town.page().locator("[data-step=CONFIRM_BASE_TYPE]")).hasCount(0);
        county.opens(file(third, "overview"));
        county.step("UPHOLD_BASE_TYPE")
                .dates("办理日期", MARCH.plusDays(2))
                .writes("理由", "与档案一致")
                .sends();
        county.isQuiet();
        town.isQuiet();
    }

    private void dispute(LocalDate on) {
        town.opens(file(third, "overview"));
        town.step("DISPUTE_BASE_TYPE")
                .dates("办理日期", on)
                .writes("理由", "建档立卡名册与登记不符")
                .writes("凭证编号", "名册2025-7")
                .sends();
    }

    @Test
    @Order(3)
    void two_families_of_one_meeting_go_together_and_what_holds_one_up_is_told() {
        for (var family : new Village.Family[] {chen, other}) {
            village.opens(family, null, MARCH.plusDays(3))
                    .isVisited(MARCH.plusDays(4), 9_800)
                    .isAuthorized(MARCH.plusDays(4));
        }
        var meeting = both(clerk, "村民主评议")
                .dates("办理日期", MARCH.plusDays(6))
                .writes("到会人数", "23")
                .writes("评议记录编号", "评议〔2025〕6号");
        for (int row = 0; row < 2; row++) {
            meeting.writes("同意票", row, "20")
                    .writes("反对票", row, "2")
                    .chooses("监测对象类别", row, "边缘易致贫户")
                    .chooses("返贫致贫风险", row, "因病");
        }
        allTaken(clerk);
        both(clerk, "张贴公示").dates("办理日期", MARCH.plusDays(7)).writes("张贴地点", BOARD);
        allTaken(clerk);

        new Case(village, other).isObjectedTo(MARCH.plusDays(8));
        both(clerk, "结束公示").dates("办理日期", MARCH.plusDays(13)).presses("提交");
        assertThat(clerk.dialog().form()).containsText("已办理 1 户。");
        assertThat(clerk.dialog().form()).containsText("1 户没有办成");
        assertThat(clerk.dialog().form().locator(".sw-red")).containsText("异议");
        clerk.pictured("together-refused");
        clerk.dialog().presses("关闭");

        clerk.opens(file(other, "case"));
        clerk.step("RESOLVE_OBJECTION")
                .dates("告知异议人日期", MARCH.plusDays(12))
                .chooses("处理结果", "异议不成立")
                .writes("答复说明", "收入已核实")
                .sends();
        clerk.step("END_PUBLICITY").dates("办理日期", MARCH.plusDays(14)).sends();
        clerk.isQuiet();
    }

    @Test
    @Order(4)
    void town_and_county_decide_on_them_together_and_both_results_are_announced() {
        both(town, "镇审核").dates("办理日期", MARCH.plusDays(15)).writes("审核意见", "材料齐全，同意上报");
        allTaken(town);
        var decision = both(county, "县审定").dates("办理日期", MARCH.plusDays(16)).writes("审定文号", "示范〔2025〕16号");
        decision.chooses("返贫致贫风险", 0, "因病").chooses("返贫致贫风险", 1, "因病");
        allTaken(county);
        both(clerk, "公告结果").dates("办理日期", MARCH.plusDays(18)).writes("张贴地点", BOARD);
        allTaken(clerk);

        clerk.opens(file(other, "case"));
        clerk.step("MARK_HOUSEHOLD")
                .dates("办理日期", MARCH.plusDays(19))
                .writes("国家系统户编号", "4402330000061001")
                .sends();
        clerk.step("CORRECT_MARK")
                .dates("办理日期", MARCH.plusDays(20))
                .writes("国家系统户编号", "4402330000061002")
                .sends();
        clerk.isQuiet();
        town.isQuiet();
        county.isQuiet();
    }

    @Test
    @Order(5)
    void departments_are_asked_what_they_found_is_weighed_and_an_appeal_opens_a_new_case(WholeSuite suite) {
        new Village(suite, CHANLIANG)
                .opens(third, null, MARCH.plusDays(3))
                .isVisited(MARCH.plusDays(4), 9_800)
                .isAuthorized(MARCH.plusDays(4));
        county.opens(file(third, "case"));
        county.step("REQUEST_COMPARISON")
                .dates("办理日期", MARCH.plusDays(5))
                .writes("来函或授权编号", "授权〔2025〕5号")
                .choosesAll("比对数据", "医保结算", "车辆")
                .sends();
        county.step("RETURN_COMPARISON")
                .dates("办理日期", MARCH.plusDays(7))
                .presses("添加比对发现")
                .chooses("数据", "车辆")
                .chooses("影响", "慎重识别")
                .sends();
        county.step("WEIGH_HITS")
                .dates("办理日期", MARCH.plusDays(8))
                .writes("慎重识别说明", "车辆为务工用的旧货车，已核实")
                .sends();
        county.pictured("comparison");

        neighbour.opens(file(third, "case"));
        neighbour
                .step("REJECT")
                .dates("办理日期", MARCH.plusDays(9))
                .chooses("理由", "收入和支出均无返贫致贫风险")
                .writes("答复说明", "两项都在线上")
                .sends();
        neighbour
                .step("APPEAL")
                .dates("办理日期", MARCH.plusDays(10))
                .writes("申诉内容", "漏算了住院的支出")
                .sends();
        town.opens(file(third, "case"));
        town.step("GRANT_APPEAL")
                .dates("办理日期", MARCH.plusDays(11))
                .writes("答复说明", "支出未核，重新入户")
                .dates("入户期限", MARCH.plusDays(16))
                .sends();
        assertThat(town.text("第 2 次识别")).isVisible();

        county.opens(file(third, "case"));
        county.step("SPARE_COMPARISON")
                .dates("办理日期", MARCH.plusDays(12))
                .writes("低保核对文书编号", "核对2025-12")
                .sends();
        county.isQuiet();
        neighbour.isQuiet();
        town.isQuiet();
    }

    @Test
    @Order(6)
    void a_policy_is_published_proposed_confirmed_for_one_and_declined_for_the_other() {
        county.opens("/console/");
        county.button("政策与激励").press("Enter");
        county.link("政策工具箱").press("Enter");
        county.button("发布政策").click();
        var policy = county.dialog();
        policy.writes("政策名称", "天中慢病签约补助")
                .chooses("措施类别", "健康帮扶")
                .chooses("针对的风险", "因病")
                .writes("金额（元，可不填）", "600")
                .writes("计发单位", "每人每年")
                .dates("执行起始", MARCH)
                .writes("办理窗口", "镇便民服务中心")
                .writes("政策文件", "示范〔2025〕1号")
                .writes("补助标准", "每人每年600元")
                .writes("适用条件", "monitored && 'ILLNESS' in risks")
                .presses("检查适用条件");
        assertThat(policy.form()).containsText("没有错误，可以发布。");
        policy.sends("确认");
        assertThat(county.page().locator("main")).containsText("天中慢病签约补助");
        county.isQuiet();

        clerk.opens(file(chen, "matches"));
        clerk.step("PROPOSE_MATCHES").sends();
        clerk.button("确认政策匹配 天中慢病签约补助").click();
        clerk.dialog().sends();
        assertThat(clerk.page().locator("main tbody tr")).containsText("已确认");
        clerk.opens(file(other, "matches"));
        clerk.step("PROPOSE_MATCHES").sends();
        clerk.button("不采纳政策建议 天中慢病签约补助").click();
        clerk.dialog().chooses("理由", "已享受").writes("答复说明", "已由县医院签约").sends();
        assertThat(clerk.page().locator("main tbody tr")).containsText("不采用");
        clerk.isQuiet();
    }

    @Test
    @Order(7)
    void work_that_was_verified_is_rewarded_by_the_published_tiers() {
        var year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        county.opens("/console/incentive-rules");
        county.button("发布激励标准").click();
        county.dialog()
                .writes("政策名称", "天中务工激励")
                .writes("从多少起", "0")
                .writes("每次奖励（元）", "100")
                .writes("每户每年封顶（元）", "500")
                .dates("执行起始", LocalDate.of(year, 1, 1))
                .writes("政策文件", "示范〔2025〕2号")
                .sends("确认");
        town.opens("/console/households/%s/incentives/%d".formatted(chen.household(), year));
        town.button("登记核实数量").click();
        town.dialog().writes("数量", "6").writes("凭证", "务工证明6-1").sends("确认");
        town.button("按现行标准核算").click();
        assertThat(town.page().locator("main")).containsText("合计 500.00 元");
        assertThat(town.page().locator("main")).containsText("封顶扣减 100.00 元");
        town.pictured("slip");
        county.isQuiet();
        town.isQuiet();
    }

    @Test
    @Order(8)
    void urgent_aid_is_granted_and_a_helper_named_replaced_and_released() {
        town.opens(file(other, "help"));
        town.step("URGENT_AID")
                .dates("办理日期", MARCH.plusDays(19))
                .writes("金额（元）", "800")
                .writes("理由", "住院预交费用")
                .sends();
        town.isQuiet();

        clerk.opens(file(other, "visits"));
        helper(clerk.step("NAME_HELPER"), "secretary-" + TIANZHONG, "测书记", MARCH.plusDays(20));
        helper(clerk.step("REPLACE_HELPER"), "village-" + TIANZHONG, "测委员", MARCH.plusDays(40));
        assertThat(clerk.page().locator("main")).containsText("测*员");
        clerk.step("END_HELPER").dates("办理日期", MARCH.plusDays(60)).sends();
        assertThat(clerk.page().locator("[data-step=NAME_HELPER]")).isVisible();
        clerk.isQuiet();
    }

    private static void helper(Sheet form, String account, String name, LocalDate on) {
        form.dates("办理日期", on)
                .writes("帮扶责任人账号", account)
                .writes("姓名", name)
                .writes("单位", "示范单位")
                .writes("职务", "干部")
                .sends();
    }

    @Test
    @Order(9)
    void a_removal_is_blocked_with_what_is_wanting_and_passes_once_it_is_there() {
        clerk.opens(file(chen, "help"));
        clerk.step("PLAN_MEASURE")
                .dates("办理日期", MARCH.plusDays(20))
                .chooses("针对的风险", "因病")
                .chooses("措施类别", "健康帮扶")
                .writes("具体措施", "慢病签约服务")
                .chooses("受益成员", "之母")
                .writes("实施单位", "镇卫生院")
                .writes("资金来源", "县级财政")
                .writes("计划金额（元）", "600")
                .writes("单位", "元")
                .dates("开始日期", MARCH.plusDays(22))
                .sends();
        town.opens(file(chen, "help"));
        town.step("APPROVE_MEASURE").dates("办理日期", MARCH.plusDays(21)).sends();
        town.isQuiet();
        assertThat(clerk.page().locator("[data-step=DELIVER_MEASURE]")).isVisible();
        clerk.step("DELIVER_MEASURE")
                .dates("办理日期", MARCH.plusDays(30))
                .writes("金额（元）", "600")
                .writes("凭证编号", "发放2025-61")
                .sends();

        clerk.opens(file(chen, "removal"));
        clerk.step("PROPOSE_REMOVAL")
                .dates("办理日期", OCTOBER)
                .chooses("方式", "帮扶消除")
                .sends();
        seen(clerk.step("VISIT_FOR_REMOVAL"), OCTOBER, "5").sends();
        assertThat(clerk.now()).containsText("条件不满足，见下面的核对结果");
        assertThat(clerk.page().locator("[data-step=APPRAISE_REMOVAL]")).isDisabled();
        clerk.pictured("removal-blocked");

        seen(clerk.step("VISIT_FOR_REMOVAL"), OCTOBER.plusDays(1), "7").sends();
        clerk.step("APPRAISE_REMOVAL")
                .dates("办理日期", OCTOBER.plusDays(2))
                .writes("到会人数", "23")
                .writes("同意票", "21")
                .writes("评议记录编号", "评议〔2025〕61号")
                .sends();
        clerk.step("HANG_NOTICE")
                .dates("办理日期", OCTOBER.plusDays(3))
                .writes("张贴地点", BOARD)
                .sends();
        clerk.isQuiet();
    }

    private Sheet seen(Sheet form, LocalDate on, String stableMonths) {
        return form.dates("办理日期", on)
                .writes("账号", 0, "village-" + TIANZHONG)
                .writes("职务", 0, "村委会")
                .writes("账号", 1, "secretary-" + TIANZHONG)
                .writes("职务", 1, "第一书记")
                .presses("添加收支项目")
                .chooses("类别", "工资性收入")
                .chooses("项目", "本地务工收入")
                .writes("金额（元）", "52000")
                .writes("收入稳定月数", stableMonths)
                .ticks("刚性支出已稳定解决")
                .chooses("已消除的风险（选填）", "因病");
    }

    @Test
    @Order(10)
    void an_objection_to_the_removal_is_answered_others_decide_and_it_is_taken_back() {
        clerk.step("OBJECT_TO_NOTICE")
                .dates("办理日期", OCTOBER.plusDays(4))
                .chooses("异议人", "村民")
                .writes("异议内容", "他家还在看病")
                .sends();
        clerk.step("RESOLVE_NOTICE_OBJECTION")
                .dates("告知异议人日期", OCTOBER.plusDays(6))
                .writes("答复说明", "签约服务继续，支出已稳定")
                .sends();
        clerk.step("TAKE_NOTICE_DOWN").dates("办理日期", OCTOBER.plusDays(10)).sends();
        town.opens(file(chen, "removal"));
        town.step("REVIEW_REMOVAL")
                .dates("办理日期", OCTOBER.plusDays(11))
                .writes("审核意见", "同意消除")
                .sends();
        county.opens(file(chen, "removal"));
        county.step("DETERMINE_REMOVAL")
                .dates("办理日期", OCTOBER.plusDays(12))
                .writes("审定文号", "示范〔2025〕61号")
                .sends();
        assertThat(county.page().locator("main")).containsText("风险已消除");
        town.opens(file(chen, "removal"));
        town.step("ANNOUNCE_REMOVAL")
                .dates("办理日期", OCTOBER.plusDays(13))
                .writes("张贴地点", BOARD)
                .sends();
        county.step("REVERT_REMOVAL")
                .dates("办理日期", OCTOBER.plusDays(20))
                .writes("理由", "再次住院，收入不稳")
                .sends();
        assertThat(county.page().locator("main")).containsText("监测中");
        county.isQuiet();
        town.isQuiet();
        clerk.isQuiet();
    }

    @Test
    @Order(11)
    void a_removal_is_dropped_a_measure_ended_and_a_person_proposed_for_erasure() {
        clerk.opens(file(other, "removal"));
        clerk.step("PROPOSE_REMOVAL")
                .dates("办理日期", OCTOBER)
                .chooses("方式", "自然消除")
                .writes("理由", "子女外出务工")
                .sends();
        clerk.step("DROP_REMOVAL")
                .dates("办理日期", OCTOBER.plusDays(1))
                .writes("理由", "收入尚不稳定")
                .sends();
        clerk.opens(file(chen, "help"));
        clerk.step("END_MEASURE")
                .dates("办理日期", OCTOBER.plusDays(30))
                .chooses("结束方式", "已完成")
                .writes("结果", "签约满半年")
                .sends();
        clerk.isQuiet();

        county.opens(file(other, "overview"));
        var erasure = county.step("PROPOSE_ERASURE");
        erasure.chooses("哪位成员", "其他")
                .chooses("删除依据", "处理目的已实现")
                .writes("理由", "已迁出本县")
                .presses("提交");
        assertThat(erasure.form()).containsText("办结后才能删除");
        county.pictured("erasure-refused");
        erasure.chooses("删除依据", "处理违法或违约").sends();
        county.isQuiet("409");
    }

    private static String file(Village.Family family, String tab) {
        return "/console/households/%s?tab=%s".formatted(family.household(), tab);
    }

    private static Sheet person(Sheet form, Person person) {
        return form.writes("姓名", person.name()).writes("证件号码", person.idNumber());
    }

    private Locator members() {
        return clerk.page().locator("main tbody tr:visible");
    }

    private Locator member(String relation) {
        return members().filter(new Locator.FilterOptions().setHasText(relation));
    }

    private Sheet ofMember(String relation, String act) {
        member(relation)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("办理"))
                .click();
        clerk.page()
                .getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(act))
                .click();
        return clerk.dialog();
    }

    /// What waits at one step for both families of the village, chosen from the list of work.
    private static Sheet both(Tab tab, String step) {
        tab.opens("/console/todo");
        tab.page().locator(".steps button", Tab.saying(step + " ")).click();
        var rows = tab.page().locator("main tbody tr", Tab.saying("天中村"));
        assertThat(rows).hasCount(2);
        for (int row = 0; row < 2; row++) {
            rows.nth(row).locator("input[type=checkbox]").check();
        }
        tab.button("一并办理 2 户：" + step).click();
        return tab.dialog();
    }

    private static void allTaken(Tab tab) {
        tab.dialog().presses("提交");
        assertThat(tab.dialog().form()).containsText("已办理 2 户。");
        tab.dialog().presses("关闭");
    }
}
