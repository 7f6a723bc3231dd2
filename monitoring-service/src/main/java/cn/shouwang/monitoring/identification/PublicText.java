package cn.shouwang.monitoring.identification;

import cn.shouwang.monitoring.household.Hidden;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.platform.rule.RuleBroken;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Rule M7: what hangs on a board tells no id number, phone, bank card or state of health.
///
/// A refusal names the kind, `identification.notice-shows-…`, never the value. Numbers are found in the
/// groups people write them in, and digit by digit with the same sign between; a blank or hyphen elsewhere
/// is left alone, or two dates side by side would look like a card. What the register knows of the
/// household itself is found however it is written. The number for questions belongs to the board, not
/// to the text. A place whose name holds a word of health is told in other words.
public final class PublicText {

    private static final String GAP = "[^\\p{L}\\p{N}]{0,3}";

    /// Between digits that are written one by one; a comma would be a list of numbers.
    private static final String SAME = "[^\\p{L}\\p{N},，、;；]{1,3}";

    /// A resident id, or a disability certificate: the same with kind and grade, and copy.
    private static final Pattern BIRTH_IN_ID = shape("[1-9][0-9]{5}" + GAP + "(?:18|19|20)[0-9]{2}[01][0-9][0-3][0-9]"
            + GAP + "[0-9]{3}[0-9x](?:" + GAP + "[1-7][1-4](?:b?[0-9]{1,2})?)?");

    /// With the birth date written as a date. Beside a number of six digits two dates look like it, so
    /// here the check character must fit.
    private static final Pattern DATE_IN_ID = shape("[1-9][0-9]{5}" + GAP + "(?:18|19|20)[0-9]{2}" + GAP + "[01][0-9]"
            + GAP + "[0-3][0-9]" + GAP + "[0-9]{3}[0-9x]");

    /// In groups of four, as cards are written.
    private static final Pattern ID_BY_FOUR = shape("[1-9][0-9]{3}" + GAP + "[0-9]{2}(?:18|19|20)" + GAP
            + "[0-9]{2}[01][0-9]" + GAP + "[0-3][0-9]{3}" + GAP + "[0-9][0-9x]");

    /// Any 18 characters, the 15 digits of the old form, also by 6, 6 and 3, or a temporary reference.
    private static final Pattern ID_NUMBER =
            shape("[0-9]{17}[0-9x]|[0-9]{15}|[1-9][0-9]{5}[ .·-][0-9]{2}[01][0-9][0-3][0-9][ .·-][0-9]{3}" + "|t" + GAP
                    + "[0-9]{12}" + GAP + "[0-9]{1,6}");

    /// Longer than any number that means something; an id may stand in it.
    private static final Pattern RUN = Pattern.compile("[0-9]{19,}x?");

    /// With the middle struck out it still tells the person to all who know the village.
    private static final Pattern STRUCK_ID = shape("[1-9][0-9]{5}[*×x●•■□#_]{4,12}[0-9]{3}[0-9x]");

    private static final Pattern ONE_BY_ONE =
            Pattern.compile("(?<![0-9])[0-9](" + SAME + ")[0-9](?:\\1[0-9]){8,19}(?:\\1x)?(?![0-9])");

    private static final Pattern CARD =
            shape("[0-9]{16,19}|[0-9]{4}(" + SAME + ")[0-9]{4}\\1[0-9]{4}\\1[0-9]{4}(?:(?:\\1)?[0-9]{1,3})?");

    private static final Pattern PHONE =
            shape("(?:(?:\\+|00)?86" + GAP + ")?(?:" + grouped("1[3-9][0-9]", "[0-9]{4}", "[0-9]{4}")
                    + "|" + grouped("1[3-9][0-9]", "[0-9]{3}", "[0-9]{5}")
                    + "|" + grouped("1[3-9][0-9]{2}", "[0-9]{4}", "[0-9]{3}")
                    + "|" + grouped("1[3-9][0-9]{2}", "[0-9]{3}", "[0-9]{4}") + ")"
                    + "|" + grouped("0[0-9]{2,3}", "[2-8][0-9]{2,3}", "[0-9]{4}"));

    private static final Pattern CONTACT = Pattern.compile(
            "[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+|(?:微信|wechat|weixin|qq|vx|wx)(?:号|id|:|：|为|是|\\s)*[a-z0-9][a-z0-9_-]{4,19}");

    private static final List<String> HEALTH = List.of(
            "病",
            "残疾",
            "伤残",
            "残障",
            "癌",
            "肿瘤",
            "手术",
            "住院",
            "化疗",
            "透析",
            "瘫痪",
            "偏瘫",
            "失明",
            "失聪",
            "聋哑",
            "智障",
            "脑中风",
            "卧床",
            "尿毒症",
            "高血压",
            "艾滋",
            "结核",
            "抑郁症",
            "自闭症",
            "精神分裂",
            "怀孕",
            "健康状况",
            "illness",
            "disease",
            "disabled",
            "disability",
            "cancer",
            "hospital");

    /// A shorter run of digits or letters may stand there by chance.
    private static final int SHORTEST_DOCUMENT = 6;

    /// The last of which is a check character and tells nothing new.
    private static final int ID_NUMBER_LENGTH = 18;

    private PublicText() {}

    /// Refuses a text that tells what must stay hidden.
    public static void mustBeFit(String text, Hidden hidden) {
        var plain = Plain.of(text);
        plain.readings().forEach(PublicText::mustHideNumbers);
        if (CONTACT.matcher(plain.text()).find()) {
            throw shows("identification.notice-shows-contact");
        }
        if (HEALTH.stream().anyMatch(plain.words()::contains)) {
            throw shows("identification.notice-shows-health");
        }
        mustHide(hidden, plain.signs());
    }

    private static void mustHideNumbers(String text) {
        if (BIRTH_IN_ID.matcher(text).find()
                || ID_BY_FOUR.matcher(text).find()
                || RUN.matcher(text).results().anyMatch(found -> holdsId(found.group()))
                || DATE_IN_ID.matcher(text).results().anyMatch(found -> IdNumber.isOne(digits(found.group())))) {
            throw shows("identification.notice-shows-id-number");
        }
        if (CARD.matcher(text).results().anyMatch(found -> isLuhn(digits(found.group())))) {
            throw shows("identification.notice-shows-bank-card");
        }
        if (ID_NUMBER.matcher(text).find() || STRUCK_ID.matcher(text).find()) {
            throw shows("identification.notice-shows-id-number");
        }
        if (PHONE.matcher(text).find()) {
            throw shows("identification.notice-shows-phone");
        }
        ONE_BY_ONE.matcher(text).results().forEach(found -> mustHideNumbers(digits(found.group())));
    }

    private static boolean holdsId(String run) {
        return IntStream.rangeClosed(0, run.length() - ID_NUMBER_LENGTH)
                .anyMatch(from -> IdNumber.isOne(run.substring(from, from + ID_NUMBER_LENGTH)));
    }

    private static void mustHide(Hidden hidden, List<String> signs) {
        if (tells(signs, hidden.documents(), SHORTEST_DOCUMENT)) {
            throw shows("identification.notice-shows-id-number");
        }
        if (tells(signs, hidden.phones(), SHORTEST_DOCUMENT)) {
            throw shows("identification.notice-shows-phone");
        }
        if (tells(signs, hidden.names(), 2)) {
            throw shows("identification.notice-shows-member");
        }
    }

    /// Whether one of `values` stands in the text. Of a document with its kind before a colon, the number
    /// is enough.
    private static boolean tells(List<String> signs, Collection<String> values, int shortest) {
        return values.stream()
                .map(value -> Plain.of(value.substring(value.indexOf(':') + 1))
                        .signs()
                        .getFirst())
                .map(value -> value.length() == ID_NUMBER_LENGTH ? value.substring(0, ID_NUMBER_LENGTH - 1) : value)
                .filter(value -> value.length() >= shortest)
                .anyMatch(value -> signs.stream().anyMatch(text -> text.contains(value)));
    }

    /// Alone: no digit before or behind, nor an `x` that belongs to it.
    private static Pattern shape(String digits) {
        return Pattern.compile("(?<![0-9])(?:" + digits + ")(?![0-9])");
    }

    private static String grouped(String first, String second, String third) {
        return first + GAP + second + GAP + third;
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9x]", "");
    }

    /// ISO/IEC 7812-1, annex B.
    private static boolean isLuhn(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    private static RuleBroken shows(String rule) {
        return new RuleBroken(rule, "a public text must not tell this");
    }
}
