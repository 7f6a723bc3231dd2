package cn.shouwang.monitoring.enrolment;

import static java.util.Map.entry;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.person.OtherDocument;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of the national export for what the register keeps. Only these are taken; a word that is not
/// here is refused and not guessed.
///
/// Source: the field inventory of the national system in the domain reference.
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[,、;/ ]+");
    private static final int LONGEST_SCHOOL = 30;

    private static final Map<String, BaseType> TYPES = Map.of(
            "脱贫户", BaseType.LIFTED, "一般农户", BaseType.ORDINARY, "普通农户", BaseType.ORDINARY, "一般户", BaseType.ORDINARY);

    private static final Map<String, Relation> RELATIONS = Map.ofEntries(
            entry("户主", Relation.HEAD),
            entry("配偶", Relation.SPOUSE),
            entry("子", Relation.SON),
            entry("女", Relation.DAUGHTER),
            entry("儿媳", Relation.DAUGHTER_IN_LAW),
            entry("女婿", Relation.SON_IN_LAW),
            entry("孙子", Relation.SONS_SON),
            entry("孙女", Relation.SONS_DAUGHTER),
            entry("外孙子", Relation.DAUGHTERS_SON),
            entry("外孙女", Relation.DAUGHTERS_DAUGHTER),
            entry("曾孙子", Relation.GREAT_GRANDSON),
            entry("曾孙女", Relation.GREAT_GRANDDAUGHTER),
            entry("父", Relation.FATHER),
            entry("母", Relation.MOTHER),
            entry("岳父", Relation.WIFES_FATHER),
            entry("岳母", Relation.WIFES_MOTHER),
            entry("公公", Relation.HUSBANDS_FATHER),
            entry("婆婆", Relation.HUSBANDS_MOTHER),
            entry("祖父", Relation.FATHERS_FATHER),
            entry("祖母", Relation.FATHERS_MOTHER),
            entry("外祖父", Relation.MOTHERS_FATHER),
            entry("外祖母", Relation.MOTHERS_MOTHER),
            entry("兄弟姐妹", Relation.SIBLING),
            entry("侄儿", Relation.SIBLINGS_CHILD),
            entry("侄女", Relation.SIBLINGS_CHILD),
            entry("兄弟媳", Relation.BROTHERS_WIFE),
            entry("叔伯", Relation.UNCLE),
            entry("其他", Relation.OTHER));

    private static final Map<String, LabourAbility> LABOUR = Map.of(
            "普通劳动力", LabourAbility.ORDINARY,
            "技能劳动力", LabourAbility.SKILLED,
            "弱劳动力或半劳动力", LabourAbility.WEAK_OR_HALF,
            "丧失劳动力", LabourAbility.LOST,
            "无劳动力", LabourAbility.NONE);

    private static final Map<String, Health> HEALTH = Map.of(
            "健康", Health.HEALTHY,
            "长期慢性病", Health.CHRONIC,
            "患有大病", Health.SERIOUS,
            "残疾", Health.DISABLED);

    private static final Map<String, Sex> SEXES = Map.of("男", Sex.MALE, "女", Sex.FEMALE);

    private static final Map<String, OtherDocument.Kind> DOCUMENTS = Map.of(
            "护照", OtherDocument.Kind.PASSPORT,
            "港澳居民居住证", OtherDocument.Kind.HONG_KONG_MACAO,
            "港澳居民来往内地通行证", OtherDocument.Kind.HONG_KONG_MACAO,
            "台湾居民居住证", OtherDocument.Kind.TAIWAN,
            "台湾居民来往大陆通行证", OtherDocument.Kind.TAIWAN,
            "外国人永久居留身份证", OtherDocument.Kind.PERMANENT_RESIDENT);

    private static final Set<String> RESIDENT_ID = Set.of("", "居民身份证", "身份证");
    private static final Set<String> DISABILITY = Set.of("残疾人证", "残疾证");
    private static final Set<String> NOT_AT_SCHOOL = Set.of("", "非在校生", "否", "无");

    private Words() {}

    static Optional<BaseType> type(String word) {
        return Optional.ofNullable(TYPES.get(word));
    }

    /// With or without 之 in front.
    static Optional<Relation> relation(String word) {
        return Optional.ofNullable(RELATIONS.get(word.startsWith("之") ? word.substring(1) : word));
    }

    static Optional<LabourAbility> labour(String word) {
        return Optional.ofNullable(LABOUR.get(word));
    }

    /// One or several, with something between; none when one of them is not known.
    static Optional<Set<Health>> health(String words) {
        var only = HEALTH.get(words);
        if (only != null) {
            return Optional.of(EnumSet.of(only));
        }
        var health = EnumSet.noneOf(Health.class);
        for (var word : BETWEEN.split(words)) {
            var known = HEALTH.get(word);
            if (known == null) {
                return Optional.empty();
            }
            health.add(known);
        }
        return Optional.of(health);
    }

    static Optional<Sex> sex(String word) {
        return Optional.ofNullable(SEXES.get(word));
    }

    static Optional<OtherDocument.Kind> document(String word) {
        return Optional.ofNullable(DOCUMENTS.get(word));
    }

    static boolean isResidentId(String kind) {
        return RESIDENT_ID.contains(kind);
    }

    /// A disability certificate begins with the resident id.
    static boolean isDisabilityCertificate(String kind) {
        return DISABILITY.contains(kind);
    }

    static boolean isStudent(String school) {
        return school.length() <= LONGEST_SCHOOL && !NOT_AT_SCHOOL.contains(school);
    }
}
