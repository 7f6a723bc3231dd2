package cn.shouwang.monitoring.enrolment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns that are read, under the titles of the national export; every other one is left unread and
/// never stored.
///
/// Source: the field inventory of the national system in the domain reference; variants of a title are
/// common practice.
enum Field {
    HOUSEHOLD("户编号", "农户编号", "家庭编号"),
    PERSON("人编号", "人员编号", "成员编号"),
    VILLAGE_CODE("行政村代码", "村代码", "村编码", "行政区划代码"),
    TOWN("镇", "乡", "乡镇", "乡镇名称"),
    VILLAGE("村", "行政村", "行政村名称"),
    ADDRESS("家庭住址", "住址", "自然村", "村民小组"),
    TYPE("户类型", "农户类型"),
    PHONE("联系电话", "家庭电话", "户主电话"),
    NAME("姓名"),
    DOCUMENT_KIND("证件类型"),
    DOCUMENT("证件号码", "身份证号", "身份证号码", "公民身份号码"),
    SEX("性别"),
    BORN("出生日期"),
    RELATION("与户主关系"),
    LABOUR("劳动技能", "劳动能力"),
    HEALTH("健康状况", "身体健康状况"),
    SCHOOL("在校生状况", "在校状况");

    private static final Set<Field> NEEDED =
            Set.of(HOUSEHOLD, PERSON, TYPE, NAME, DOCUMENT, RELATION, LABOUR, HEALTH, SCHOOL);

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> titles;

    Field(String... titles) {
        this.titles = List.of(titles);
    }

    static Map<String, Field> byTitle() {
        var fields = new HashMap<String, Field>();
        for (var field : values()) {
            field.titles.forEach(title -> fields.put(title, field));
        }
        return fields;
    }

    /// A village is named by its code, or by its name beside the town's.
    static boolean isComplete(Set<Field> fields) {
        return fields.containsAll(NEEDED)
                && (fields.contains(VILLAGE_CODE) || (fields.contains(TOWN) && fields.contains(VILLAGE)));
    }
}
