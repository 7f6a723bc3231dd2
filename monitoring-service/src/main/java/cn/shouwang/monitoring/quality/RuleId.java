package cn.shouwang.monitoring.quality;

/// The rules, by the numbers they are known under. Stored by name: add, never rename.
///
/// Source: rules that counties apply to the national register before an assessment. The sentence of
/// each stands in `messages.properties` as `quality.<name>`.
public enum RuleId {
    /// 证件号码校验位、长度有误或重复
    Q01(Severity.ERROR),
    /// 一户一名户主、至多一名配偶，户主与配偶性别不同
    Q02(Severity.ERROR),
    /// 与户主关系和性别不符
    Q03(Severity.ERROR),
    /// 文化程度与在校生状况须填且只填一项
    Q04(Severity.ERROR),
    /// 在校生状况与年龄不符
    Q05(Severity.DOUBT),
    /// 健康状况为空
    Q06(Severity.ERROR),
    /// 健康、不在校的劳动年龄人口为无劳动力或弱劳动力
    Q07(Severity.DOUBT),
    /// 外出务工但无劳动力、弱劳动力或丧失劳动力
    Q08(Severity.DOUBT),
    /// 务工地点与务工月数不匹配
    Q09(Severity.ERROR),
    /// 正在务工但工资、单位、行业、渠道、点对点未填全
    Q10(Severity.ERROR),
    /// 医保未参保或重复参保，未参加大病保险
    Q11(Severity.ERROR),
    /// 联系电话不是11位，或在不同县务工的成员同号
    Q12(Severity.DOUBT),
    /// 住危房但未纳入监测
    Q13(Severity.DOUBT),
    /// 监测信息缺失
    Q14(Severity.ERROR),
    /// 识别满一个月无帮扶措施
    Q15(Severity.ERROR),
    /// 有劳动能力的监测户无开发式帮扶措施
    Q16(Severity.DOUBT),
    /// 帮扶消除风险但收入、措施或时间不符
    Q17(Severity.ERROR),
    /// 因病但无患病成员或自付支出为零
    Q18(Severity.DOUBT),
    /// 因务工就业不稳但无人能务工或无务工记录
    Q19(Severity.DOUBT),
    /// 半数以上成员为劳动力但缺劳动力
    Q20(Severity.DOUBT),
    /// 整户无劳动能力但未标注兜底保障
    Q21(Severity.ERROR),
    /// 公益性岗位与月数不匹配
    Q22(Severity.ERROR),
    /// 享受雨露计划但非职业院校学生
    Q23(Severity.DOUBT),
    /// 健康的成年非在校特困人员
    Q24(Severity.DOUBT),
    /// 因病因残失学但健康状况为健康
    Q25(Severity.ERROR),
    /// 识别时工资性收入过低
    Q26(Severity.DOUBT);

    private final Severity severity;

    RuleId(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
