package cn.shouwang.monitoring.toolbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an eligibility expression may speak of: the facts of a household on a day.
///
/// Stored by [#key], the word in expressions: add, never rename. A fact that is not known has no value,
/// and an expression that hangs on it is undecided. Personal ones tell the age or the health of members
/// and are kept sealed. A value is stored as text: a number, `true` or `false`, a word, or a list of
/// them with commas between.
public enum Fact {
    /// 户籍所在村: the village's code
    VILLAGE("village", SimpleType.STRING),
    /// 户类型: LIFTED or ORDINARY
    BASE_TYPE("baseType", SimpleType.STRING),
    /// 是否监测对象
    MONITORED("monitored", SimpleType.BOOL),
    /// 监测类别; empty for a household that is not monitored
    CATEGORY("category", SimpleType.STRING),
    /// 致贫返贫风险, ranked; empty for a household that is not monitored
    RISKS("risks", ListType.create(SimpleType.STRING)),
    /// 审定以来的整月数; unknown for a household that is not monitored
    MONTHS_SINCE_DETERMINATION("monthsSinceDetermination", SimpleType.INT),
    /// 家庭人口
    MEMBERS("members", SimpleType.INT),
    /// 有劳动能力人数: ordinary, skilled, weak or half
    LABOUR("labour", SimpleType.INT),
    /// 在校生人数
    STUDENTS("students", SimpleType.INT),
    /// 成员周岁, youngest first; unknown while a member's birth is
    AGES("ages", ListType.create(SimpleType.INT), true),
    /// 残疾人数
    DISABLED("disabled", SimpleType.INT, true),
    /// 大病人数
    SERIOUSLY_ILL("seriouslyIll", SimpleType.INT, true),
    /// 长期慢性病人数
    CHRONICALLY_ILL("chronicallyIll", SimpleType.INT, true),
    /// 人均可支配收入, of the last visit
    INCOME_PER_HEAD_FEN("incomePerHeadFen", SimpleType.INT),
    /// 监测线: the one the household was determined by, otherwise the one in force
    LINE_FEN("lineFen", SimpleType.INT),
    /// 合规自付支出, of the last visit
    SELF_PAID_FEN("selfPaidFen", SimpleType.INT),
    /// 住房有问题, of the last visit
    HOUSING_PROBLEM("housingProblem", SimpleType.BOOL),
    /// 义务教育阶段有辍学, of the last visit
    CHILD_OUT_OF_SCHOOL("childOutOfSchool", SimpleType.BOOL),
    /// 饮水有问题, of the last visit
    WATER_PROBLEM("waterProblem", SimpleType.BOOL),
    /// 有成员未参保, of the last visit
    MEMBER_UNINSURED("memberUninsured", SimpleType.BOOL);

    private static final Map<String, Fact> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Fact::key, Function.identity()));

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // of CEL, immutable
    private final CelType type;

    private final boolean personal;

    Fact(String key, CelType type) {
        this(key, type, false);
    }

    Fact(String key, CelType type, boolean personal) {
        this.key = key;
        this.type = type;
        this.personal = personal;
    }

    /// Fails with [IllegalArgumentException] for a word that is none.
    @JsonCreator
    public static Fact of(String key) {
        var fact = BY_KEY.get(key);
        if (fact == null) {
            throw new IllegalArgumentException("not a fact");
        }
        return fact;
    }

    static boolean isOne(String key) {
        return BY_KEY.containsKey(key);
    }

    @JsonValue
    public String key() {
        return key;
    }

    public boolean personal() {
        return personal;
    }

    CelType type() {
        return type;
    }

    /// The stored text of a value.
    public String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Objects::toString).collect(Collectors.joining(","))
                : value.toString();
    }

    /// The value that [#text] wrote.
    public Object value(String text) {
        return type instanceof ListType list ? values(text, list) : value(text, type);
    }

    private static List<Object> values(String text, ListType list) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(part -> value(part, list.elemType()))
                        .toList();
    }

    private static Object value(String text, CelType type) {
        if (type.equals(SimpleType.INT)) {
            return Long.valueOf(text);
        }
        return type.equals(SimpleType.BOOL) ? Boolean.valueOf(text) : text;
    }
}
