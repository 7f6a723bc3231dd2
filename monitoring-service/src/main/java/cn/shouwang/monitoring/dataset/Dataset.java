package cn.shouwang.monitoring.dataset;

import static cn.shouwang.monitoring.dataset.Column.Part.AMOUNT;
import static cn.shouwang.monitoring.dataset.Column.Part.CODE;
import static cn.shouwang.monitoring.dataset.Column.Part.DAY;
import static cn.shouwang.monitoring.dataset.Column.Part.NUMBER;
import static cn.shouwang.monitoring.dataset.Column.Part.RECORD;
import static cn.shouwang.monitoring.dataset.Column.id;
import static cn.shouwang.monitoring.dataset.Column.needed;
import static cn.shouwang.monitoring.dataset.Column.optional;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A kind of file that a department sends, and the columns in it that are read.
///
/// Source: the table of department comparison of the domain reference; titles of columns are common
/// practice. Stored by name: add, never rename.
public enum Dataset {
    /// 医保结算: one settlement a row
    MEDICAL_SETTLEMENT(
            Department.MEDICAL_SECURITY,
            false,
            id(),
            needed(RECORD, "结算单号", "结算编号"),
            needed(DAY, "结算日期", "结算时间"),
            needed(AMOUNT, "自付金额", "个人自付", "个人自付金额"),
            optional(CODE, "就医类别", "医疗类别")),
    /// 新增大病患者
    SERIOUS_DISEASE(Department.HEALTH, false, id(), needed(DAY, "确诊日期", "登记日期")),
    /// 在籍学生: every pupil of the term
    ENROLMENT(Department.EDUCATION, true, id(), needed(DAY, "入学日期", "注册日期")),
    /// 学生净支出
    SCHOOL_COST(Department.EDUCATION, false, id(), needed(DAY, "缴费日期", "学年起始日期"), needed(AMOUNT, "净支出", "个人承担费用")),
    /// 低保在保名单
    DIBAO(Department.CIVIL_AFFAIRS, true, id(), needed(DAY, "享受起始日期", "批准日期")),
    /// 低保停保名单
    DIBAO_REMOVED(Department.CIVIL_AFFAIRS, true, id(), needed(DAY, "停保日期", "停发日期")),
    /// 残疾证
    DISABILITY(Department.DISABLED_FEDERATION, true, id(), needed(DAY, "发证日期"), needed(NUMBER, "残疾等级", "等级")),
    /// 失业登记
    UNEMPLOYMENT(Department.HUMAN_RESOURCES, false, id(), needed(DAY, "登记日期", "失业日期")),
    /// 欠薪与零收入月数
    WAGE_ARREARS(Department.HUMAN_RESOURCES, true, id(), needed(DAY, "统计日期"), needed(NUMBER, "零收入月数", "欠薪月数")),
    /// 危房鉴定
    DANGEROUS_HOUSE(Department.HOUSING, false, id("户主身份证号"), needed(DAY, "鉴定日期"), needed(CODE, "鉴定等级", "危房等级")),
    /// 停水与水质
    WATER_OUTAGE(Department.WATER, false, id("户主身份证号"), needed(DAY, "停水日期", "开始日期"), needed(NUMBER, "停水天数")),
    /// 死亡登记
    DEATH(Department.POLICE, true, id(), needed(DAY, "死亡日期")),
    /// 灾害损失
    DISASTER_LOSS(Department.EMERGENCY, false, id("户主身份证号"), needed(DAY, "受灾日期"), needed(AMOUNT, "损失金额", "经济损失")),
    /// 贷款逾期
    LOAN_OVERDUE(
            Department.AGRICULTURE,
            false,
            id("借款人身份证号"),
            optional(RECORD, "合同编号", "借据号"),
            needed(DAY, "统计日期", "到期日期"),
            needed(NUMBER, "逾期天数")),
    /// 12345 与信访
    PETITION(
            Department.LETTERS,
            false,
            id("来电人身份证号"),
            needed(RECORD, "工单编号", "工单号"),
            needed(DAY, "受理日期"),
            needed(CODE, "诉求类别", "问题类别")),
    /// 车辆, a negative check
    VEHICLE(Department.POLICE, false, id("所有人身份证号"), optional(RECORD, "登记编号"), needed(DAY, "登记日期", "注册日期")),
    /// 商品房, a negative check
    COMMERCIAL_HOUSE(
            Department.NATURAL_RESOURCES, false, id("权利人身份证号"), optional(RECORD, "不动产单元号"), needed(DAY, "登记日期")),
    /// 企业, a negative check
    COMPANY(
            Department.MARKET_REGULATION,
            false,
            id("法定代表人身份证号"),
            optional(RECORD, "统一社会信用代码"),
            needed(DAY, "成立日期", "登记日期")),
    /// 财政供养人员, a negative check
    PUBLIC_PAYROLL(Department.FINANCE, true, id(), needed(DAY, "统计日期"));

    private final Department department;
    private final boolean oncePerPerson;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Column> columns;

    Dataset(Department department, boolean oncePerPerson, Column... columns) {
        this.department = department;
        this.oncePerPerson = oncePerPerson;
        this.columns = List.of(columns);
    }

    public Department department() {
        return department;
    }

    /// Whether one file names a person once at most; a second row of the same person is then refused.
    boolean oncePerPerson() {
        return oncePerPerson;
    }

    List<Column> columns() {
        return columns;
    }

    /// Every title under which a column is known.
    Map<String, Column.Part> titles() {
        var titles = new HashMap<String, Column.Part>();
        columns.forEach(column -> column.names().forEach(name -> titles.put(name, column.part())));
        return titles;
    }

    /// Whether every needed column is among `parts`.
    boolean isComplete(Set<Column.Part> parts) {
        return columns.stream().filter(Column::required).allMatch(column -> parts.contains(column.part()));
    }

    /// The column that says `part`, if this dataset has one.
    boolean has(Column.Part part) {
        return columns.stream().anyMatch(column -> column.part() == part);
    }
}
