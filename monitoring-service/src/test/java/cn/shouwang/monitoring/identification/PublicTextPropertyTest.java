package cn.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.Hidden;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Notices as villages write them, by the thousand, with and without something that must not hang.
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicTextPropertyTest {

    private static final int NOTICES = 3_000;
    private static final Hidden HOUSEHOLD =
            new Hidden(Set.of("999999197203040023", "PASSPORT:E12345678"), Set.of("07512251234"), Set.of("林守贞"));

    private final Random random = new Random(20251104);

    @Test
    void no_notice_with_a_hidden_item_is_let_through() {
        var missed = new ArrayList<String>();
        for (var n = 0; n < NOTICES; n++) {
            var text = harmless()
                    + pick("，", " ", "（", "：", "号")
                    + disguised(forbidden())
                    + pick("。", "）", " ", "")
                    + harmless();
            if (refusal(text) == null) {
                missed.add(text);
            }
        }
        assertThat(missed).as("%d of %d", missed.size(), NOTICES).isEmpty();
    }

    @Test
    void no_harmless_notice_is_refused() {
        var refused = new ArrayList<String>();
        for (var n = 0; n < NOTICES; n++) {
            var text = harmless();
            var rule = refusal(text);
            if (rule != null) {
                refused.add(rule + ": " + text);
            }
        }
        assertThat(refused).as("%d of %d", refused.size(), NOTICES).isEmpty();
    }

    private static @Nullable String refusal(String text) {
        try {
            PublicText.mustBeFit(text, HOUSEHOLD);
            return null;
        } catch (RuleBroken refusal) {
            return refusal.rule();
        }
    }

    private String harmless() {
        var from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
        var until = from.plusDays(5);
        return "拟将" + pick("林某某", "林*一", "林守一") + "户" + pick("（440233101203）", "，440233999999，", " 寨下村3组 ", "")
                + pick("纳入监测对象", "认定为边缘易致贫户", "认定为突发严重困难户")
                + "，家庭人口" + (1 + random.nextInt(9)) + "人，"
                + pick(
                        "公示期 %s 至 %s".formatted(from, until),
                        "公示期%d年%d月%d日—%d月%d日"
                                .formatted(
                                        from.getYear(),
                                        from.getMonthValue(),
                                        from.getDayOfMonth(),
                                        until.getMonthValue(),
                                        until.getDayOfMonth()),
                        "公示期：%s %s".formatted(from, until),
                        "公示期 %s-%s"
                                .formatted(
                                        from.toString().replace('-', '.'),
                                        until.toString().replace('-', '.')),
                        "自%s起五天".formatted(from.toString().replace("-", "")))
                + pick("，其中风险", "，依据新农〔2025〕11号", "，新乡振〔2025〕%d号".formatted(random.nextInt(99)), "，共2户5人，")
                + pick(
                        "，人均收入%,d.%02d元".formatted(random.nextInt(20_000), random.nextInt(100)),
                        "，补助%d元".formatted(random.nextInt(9_000_000)),
                        "，监督电话12317",
                        "，第1、2、3、4、5、6、7、8、9、10、11、12组");
    }

    private String forbidden() {
        return pick(
                idNumber(),
                idNumber(),
                idNumber() + "4" + (1 + random.nextInt(4)),
                "1" + (3 + random.nextInt(7)) + digits(9),
                "1" + (3 + random.nextInt(7)) + digits(9),
                card(),
                "患" + pick("大病", "慢性病", "尿毒症"),
                "肢体残疾" + (1 + random.nextInt(4)) + "级",
                "林守贞",
                "999999197203040023",
                "E12345678",
                "07512251234");
    }

    /// As people write who would like to write it all the same.
    private String disguised(String item) {
        return switch (random.nextInt(7)) {
            case 0 -> item;
            case 1 -> fullWidth(item);
            case 2 -> String.join("\u200B", item.split(""));
            case 3 -> String.join(pick(" ", "-", "·", "."), item.split(""));
            case 4 -> numerals(item);
            case 5 -> grouped(item, pick(" ", "-", "·", "  "));
            default -> String.join("\uFEFF\u2060", item.split(""));
        };
    }

    private static String grouped(String item, String sign) {
        return switch (item.length()) {
            case 11 -> item.substring(0, 3) + sign + item.substring(3, 7) + sign + item.substring(7);
            case 18 -> item.substring(0, 6) + sign + item.substring(6, 14) + sign + item.substring(14);
            case 19 -> String.join(sign, List.of(item.split("(?<=\\G.{4})")));
            default -> item;
        };
    }

    private static String fullWidth(String item) {
        var wide = new StringBuilder();
        item.chars().forEach(sign -> wide.append(sign > ' ' && sign < 127 ? (char) (sign + 0xFEE0) : (char) sign));
        return wide.toString();
    }

    private static String numerals(String item) {
        var chinese = new StringBuilder();
        item.chars()
                .forEach(sign ->
                        chinese.append(sign >= '0' && sign <= '9' ? "零一二三四五六七八九".charAt(sign - '0') : (char) sign));
        return chinese.toString();
    }

    private String idNumber() {
        var born = LocalDate.of(1930, 1, 1)
                .plusDays(random.nextInt(33_000))
                .toString()
                .replace("-", "");
        var body = "999999" + born + digits(3);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var n = 0; n < 17; n++) {
            sum += weights[n] * (body.charAt(n) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private String card() {
        var body = "622202" + digits(12);
        for (var check = 0; check < 10; check++) {
            var sum = 0;
            var number = body + check;
            for (var n = 0; n < number.length(); n++) {
                var digit = number.charAt(number.length() - 1 - n) - '0';
                sum += n % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
            }
            if (sum % 10 == 0) {
                return number;
            }
        }
        throw new AssertionError();
    }

    private String digits(int count) {
        var text = new StringBuilder();
        random.ints(count, 0, 10).forEach(text::append);
        return text.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
