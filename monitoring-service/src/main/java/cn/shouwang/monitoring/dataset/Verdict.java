package cn.shouwang.monitoring.dataset;

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
    DUPLICATE_ID("同一人在文件中出现多次");

    private final String chinese;

    Verdict(String chinese) {
        this.chinese = chinese;
    }

    /// The reason as it stands in the file of errors.
    public String chinese() {
        return chinese;
    }
}
