package cn.shouwang.monitoring.sheet;

/// What is said of one row. Stored by name: add, never rename.
public enum Verdict {
    ACCEPTED("接收"),
    ID_MISSING("证件号码为空"),
    ID_MALFORMED("证件号码不是15位或18位"),
    ID_CHECK_DIGIT("证件号码校验位不符"),
    ID_BIRTH_DATE("证件号码中的出生日期不存在"),
    /// A spreadsheet keeps 15 digits of a number; the rest of the id is lost.
    ID_AS_NUMBER("证件号码按数值保存,后几位已丢失"),
    DAY_UNREADABLE("日期无法识别"),
    DAY_OUTSIDE_PERIOD("日期不在申报的数据期内"),
    AMOUNT_UNREADABLE("金额无法识别"),
    NUMBER_UNREADABLE("数值无法识别"),
    CODE_UNREADABLE("类别为空或过长"),
    RECORD_MISSING("记录编号为空"),
    UNREADABLE_CHARACTER("含有无法识别的字符"),
    COLUMNS_SHIFTED("各列错位"),
    BROKEN_QUOTES("引号不成对"),
    MERGED_CELL("含有合并单元格"),
    FORMULA("含有公式"),
    CELL_TOO_LONG("单元格过长"),
    DUPLICATE_ROW("与前面一行重复"),
    DUPLICATE_ID("同一人在文件中出现多次"),
    ID_REGISTERED("此人已在册,一人只能在一户"),
    ID_AHEAD("证件号码中的出生日期晚于今天"),
    DOCUMENT_MALFORMED("其他证件应写作类别和号码,如护照E12345678"),
    HOUSEHOLD_NUMBER_MISSING("户编号为空或过长"),
    PERSON_NUMBER_MISSING("人编号为空或过长"),
    HOUSEHOLD_NUMBER_REGISTERED("户编号已在册,属于另一户"),
    DUPLICATE_NUMBER("人编号在文件中重复"),
    NAME_UNREADABLE("姓名为空或不是姓名"),
    VILLAGE_UNKNOWN("没有这个村"),
    VILLAGE_OUTSIDE("村不在本级管辖范围内"),
    TYPE_UNKNOWN("户类型无法识别"),
    PHONE_UNREADABLE("联系电话无法识别"),
    RELATION_UNKNOWN("与户主关系无法识别"),
    LABOUR_UNKNOWN("劳动技能无法识别"),
    HEALTH_UNKNOWN("健康状况无法识别"),
    HEALTH_UNCLEAR("健康状况为空,或健康与患病并列"),
    SEX_DIFFERS("性别与证件号码不符"),
    BIRTH_DIFFERS("出生日期与证件号码不符"),
    ADDRESS_TOO_LONG("住址过长"),
    /// The row itself is right; its household is not.
    HOUSEHOLD_NO_HEAD("该户没有户主"),
    HOUSEHOLD_HEADS("该户有两个户主"),
    HOUSEHOLD_SPOUSES("该户有两个配偶"),
    HOUSEHOLD_TOO_LARGE("该户人数过多"),
    HOUSEHOLD_DIFFERS("同一户各行的村或户类型不一致"),
    HOUSEHOLD_SCATTERED("同一户的各行不相邻"),
    HOUSEHOLD_ROW_REFUSED("同户另有一行被退回");

    private final String chinese;

    Verdict(String chinese) {
        this.chinese = chinese;
    }

    /// The reason as it stands in the file of errors.
    public String chinese() {
        return chinese;
    }
}
