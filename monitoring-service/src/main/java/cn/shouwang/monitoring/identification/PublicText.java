package cn.shouwang.monitoring.identification;

import cn.shouwang.platform.rule.RuleBroken;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Rule M7: what hangs on a board tells no id number, phone, bank card or state of health.
///
/// A refusal names the kind, `identification.notice-shows-…`, never the value. Digits are found in
/// full width too, and in the groups people write them in; a blank or hyphen elsewhere is left alone,
/// or two dates side by side would look like a card. The number for questions belongs to the board,
/// not to the text. A place whose name holds a word of health is told in other words.
final class PublicText {

    private static final String GAP = "[ -]?";

    private static final Pattern BIRTH_IN_ID = Pattern.compile(
            alone("[1-9][0-9]{5}" + GAP + "(?:18|19|20)[0-9]{2}[01][0-9][0-3][0-9]" + GAP + "[0-9]{3}[0-9Xx]"));

    /// 18 characters, or the 15 digits of the old form.
    private static final Pattern ID_NUMBER = Pattern.compile(alone("[0-9]{17}[0-9Xx]|[0-9]{15}"));

    private static final Pattern CARD =
            Pattern.compile(alone("[0-9]{16,19}|[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{4}(?:[ -]?[0-9]{1,3})?"));

    private static final Pattern PHONE = Pattern.compile(alone("(?:\\+?86" + GAP + ")?1[3-9][0-9]" + GAP + "[0-9]{4}"
            + GAP + "[0-9]{4}|0[0-9]{2,3}" + GAP + "[2-8][0-9]{6,7}"));

    private static final List<String> HEALTH = List.of(
            "病",
            "残疾",
            "伤残",
            "癌",
            "肿瘤",
            "手术",
            "住院",
            "化疗",
            "透析",
            "瘫痪",
            "失明",
            "聋哑",
            "智障",
            "怀孕",
            "健康状况",
            "illness",
            "disease",
            "disabled",
            "disability",
            "cancer",
            "hospital");

    private PublicText() {}

    static void mustBeFit(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (BIRTH_IN_ID.matcher(plain).find()) {
            throw shows("identification.notice-shows-id-number");
        }
        if (CARD.matcher(plain).results().anyMatch(found -> isLuhn(found.group().replaceAll("[ -]", "")))) {
            throw shows("identification.notice-shows-bank-card");
        }
        if (ID_NUMBER.matcher(plain).find()) {
            throw shows("identification.notice-shows-id-number");
        }
        if (PHONE.matcher(plain).find()) {
            throw shows("identification.notice-shows-phone");
        }
        if (HEALTH.stream().anyMatch(plain::contains)) {
            throw shows("identification.notice-shows-health");
        }
    }

    private static String alone(String digits) {
        return "(?<![0-9])(?:" + digits + ")(?![0-9])";
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
