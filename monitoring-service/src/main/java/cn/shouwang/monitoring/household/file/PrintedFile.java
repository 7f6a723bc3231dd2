package cn.shouwang.monitoring.household.file;

import static cn.shouwang.monitoring.household.file.Told.add;
import static cn.shouwang.monitoring.household.file.Told.after;
import static cn.shouwang.monitoring.household.file.Told.day;
import static cn.shouwang.monitoring.household.file.Told.joined;
import static cn.shouwang.monitoring.household.file.Told.text;

import cn.shouwang.monitoring.household.file.HouseholdFile.Described;
import cn.shouwang.monitoring.household.file.HouseholdFile.Member;
import cn.shouwang.monitoring.household.file.HouseholdFile.Whole;
import cn.shouwang.monitoring.household.file.Steps.Step;
import cn.shouwang.monitoring.paper.Paper;
import cn.shouwang.monitoring.paper.Paper.Column;
import cn.shouwang.monitoring.paper.Paper.Fact;
import cn.shouwang.monitoring.paper.Paper.Imprint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A household's file on paper, section by section: what [HouseholdFile] tells, as masked as there, and the
/// timeline for whoever may ask for it.
final class PrintedFile {

    /// Where the household lies, and who prints it, when and from what. `asOf` says on which moment the
    /// paper stands.
    record Occasion(String county, String town, String village, Imprint imprint, String account, String asOf) {}

    private static final List<Column> MEMBERS = List.of(
            new Column("姓名", 12),
            new Column("证件号码", 24),
            new Column("性别", 7),
            new Column("出生年", 8),
            new Column("与户主关系", 11),
            new Column("劳动能力", 12),
            new Column("在校生", 7),
            new Column("电话", 14),
            new Column("户籍、常住", 12),
            new Column("增减", 17),
            new Column("说明", 18));
    private static final List<Column> TIMELINE = List.of(
            new Column("发生日", 14),
            new Column("记录时间", 20),
            new Column("事项", 32),
            new Column("账号", 18),
            new Column("岗位", 16));

    private final Told told;
    private final Paper paper;

    private PrintedFile(Told told, Paper paper) {
        this.told = told;
        this.paper = paper;
    }

    /// As PDF; without `steps` there is no timeline.
    static byte[] of(Whole file, @Nullable List<Step> steps, Occasion occasion, Told told) {
        var printed = new PrintedFile(told, new Paper(occasion.imprint()));
        printed.head(file, occasion);
        printed.members(file.members());
        printed.described(file.described());
        printed.cases(file);
        var help = new PrintedHelp(printed.paper, told);
        help.measures(file);
        help.helpers(file);
        printed.exits(file);
        if (steps != null) {
            printed.timeline(steps);
        }
        return printed.paper.finish();
    }

    private void head(Whole file, Occasion occasion) {
        paper.title(occasion.imprint().title(), 18);
        paper.facts(List.of(
                new Fact("县、镇", occasion.county() + " " + occasion.town()),
                new Fact("村（居）", occasion.village()),
                new Fact("户编号", file.household()),
                new Fact("国家系统户编号", file.nationalNumber() == null ? "" : file.nationalNumber()),
                new Fact("户类型", told.word("baseType", file.baseType().name())),
                new Fact("建档日期", day(file.registeredOn())),
                new Fact("联系电话", file.phone() == null ? "" : file.phone()),
                new Fact("打印时间", told.minute(occasion.imprint().printedAt().toInstant())),
                new Fact("打印账号", occasion.account()),
                new Fact("资料截至", occasion.asOf()),
                new Fact("说明", "姓名、证件和电话按规定遮挡")));
        var closed = file.closed();
        if (closed != null) {
            var ground = told.word("decrease-ground", closed.getString("ground"));
            paper.text("本户已自然减少：%s，%s。".formatted(ground, text(closed, "on")), 9);
        }
    }

    private void members(List<Member> members) {
        paper.heading("一、家庭成员");
        section(MEMBERS, members.stream().map(this::member).toList());
    }

    private List<String> member(Member member) {
        return List.of(
                member.name(),
                member.document(),
                told.word("sex", member.sex()),
                member.bornIn() == null ? "" : member.bornIn().toString(),
                told.word("relation", member.relation()),
                told.word("labour", member.labour()),
                member.student() ? "是" : "否",
                member.phone() == null ? "" : member.phone(),
                standing(member.standing()),
                joined(
                        "自 " + member.since() + after(" ", told.word("increase", member.joined())),
                        after("减少 " + day(member.goneOn()) + " ", told.word("decrease", member.gone()))),
                remark(member));
    }

    private static String standing(@Nullable Document standing) {
        return standing == null
                ? ""
                : (standing.getBoolean("hukouMember", false) ? "在户口簿" : "不在户口簿")
                        + "\n"
                        + (standing.getBoolean("coResident", false) ? "共同居住" : "不共同居住");
    }

    private String remark(Member member) {
        var known = member.described().stream()
                .map(part -> told.field("member." + part))
                .toList();
        return joined(
                after("国家系统人编号 ", member.nationalNumber() == null ? "" : member.nationalNumber()),
                member.mergedInto().isEmpty() ? "" : "与另一条登记为同一人，此处不计",
                member.alsoKnownAs().isEmpty() ? "" : "另有重复登记已并入",
                after("已登记未显示：", String.join("、", known)));
    }

    private void described(Described described) {
        paper.heading("二、家庭情况");
        var facts = new ArrayList<Fact>();
        part(described.land(), facts, PrintedFile::land);
        part(described.house(), facts, this::house);
        part(described.water(), facts, PrintedFile::water);
        part(described.living(), facts, this::living);
        part(described.links(), facts, PrintedFile::links);
        part(described.marks(), facts, PrintedFile::marks);
        var hidden = described.hidden().stream()
                .map(part -> told.field("household." + part))
                .toList();
        add(facts, "已登记未显示", String.join("、", hidden));
        if (facts.isEmpty()) {
            paper.text("未登记", 9);
        } else {
            paper.lines(facts);
        }
    }

    private static void part(@Nullable Document part, List<Fact> facts, BiConsumer<Document, List<Fact>> printed) {
        if (part != null) {
            printed.accept(part, facts);
        }
    }

    private static void land(Document land, List<Fact> facts) {
        add(
                facts,
                "土地",
                joined(
                        area(land, "cultivated", "耕地"),
                        area(land, "forest", "林地"),
                        area(land, "returned", "退耕还林"),
                        area(land, "orchard", "林果"),
                        area(land, "water", "水面"),
                        area(land, "pasture", "牧草地")));
    }

    private static String area(Document land, String field, String name) {
        return land.get(field) instanceof Number area ? name + " " + Told.hundredths(area) + " 亩" : "";
    }

    private void house(Document house, List<Fact> facts) {
        add(
                facts,
                "住房",
                joined(
                        told.word("house-grade", house.getString("grade")),
                        house.get("area") instanceof Number area ? Told.hundredths(area) + " 平方米" : "",
                        told.word("structure", house.getString("structure")),
                        told.word("tenure", house.getString("tenure")),
                        after("改建年份 ", text(house, "rebuiltIn"))));
    }

    private static void water(Document water, List<Fact> facts) {
        add(
                facts,
                "饮水达标项",
                Told.flags(water, "quantity", "水量", "quality", "水质", "convenience", "用水方便程度", "reliability", "供水保证率"));
    }

    private void living(Document living, List<Fact> facts) {
        add(
                facts,
                "生产生活条件",
                joined(
                        told.word("road", living.getString("road")),
                        after("距主干路（米）", text(living, "toMainRoadMetres")),
                        told.word("fuel", living.getString("fuel")),
                        told.word("toilet", living.getString("toilet")),
                        "通电视、通电："
                                + Told.flags(
                                        living,
                                        "television",
                                        "电视",
                                        "domesticPower",
                                        "生活用电",
                                        "productionPower",
                                        "生产用电")));
    }

    private static void links(Document links, List<Fact> facts) {
        add(
                facts,
                "利益联结",
                Told.flags(links, "cooperative", "农民专业合作社", "leadingEnterprise", "龙头企业", "entrepreneur", "创业致富带头人"));
    }

    private static void marks(Document marks, List<Fact> facts) {
        add(
                facts,
                "标识",
                Told.flags(marks, "relocated", "易地搬迁", "martyrOrVeteran", "军烈属", "noLabourBackstop", "整户无劳动能力兜底保障"));
    }

    private void cases(Whole file) {
        paper.heading("三、监测识别");
        if (file.cycles().isEmpty()) {
            paper.text("无", 9);
        }
        file.cycles().forEach(one -> {
            paper.heading("第 %d 轮".formatted(one.cycle()));
            paper.table(PrintedCase.COLUMNS, PrintedCase.rows(one, told));
        });
    }

    private void exits(Whole file) {
        paper.heading("七、风险消除");
        if (file.exits().isEmpty()) {
            paper.text("无", 9);
        }
        file.exits().forEach(one -> {
            paper.heading("第 %d 次".formatted(one.attempt()));
            paper.table(PrintedCase.COLUMNS, PrintedCase.rows(one, told));
        });
    }

    private void timeline(List<Step> steps) {
        paper.heading("八、办理时间线");
        section(TIMELINE, steps.stream().map(this::step).toList());
    }

    private List<String> step(Step step) {
        return List.of(
                step.on(),
                told.minute(step.recordedAt()),
                told.step(step.name()),
                step.actor(),
                told.word("role", step.role()));
    }

    private void section(List<Column> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            paper.text("无", 9);
        } else {
            paper.table(columns, rows);
        }
    }
}
