package cn.shouwang.monitoring.household.file;

import cn.shouwang.monitoring.paper.Paper.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// What a row holds, as a printed file says it in Chinese: codes in the words of `word.<kind>.<code>`, a
/// code that has none as it is.
final class Told {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final ZoneId zone;

    Told(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /// Empty for no code.
    String word(String kind, @Nullable String code) {
        return code == null ? "" : said("word." + kind + "." + code, code);
    }

    String words(String kind, Collection<String> codes) {
        return String.join("、", codes.stream().map(code -> word(kind, code)).toList());
    }

    /// What a stored event is called.
    String step(String event) {
        return said("event." + event, event);
    }

    /// What a field that can be revealed is called.
    String field(String name) {
        return said("field." + name, name);
    }

    private String said(String key, String otherwise) {
        var said = messages.getMessage(key, null, otherwise, Locale.CHINESE);
        return said == null ? otherwise : said;
    }

    String minute(String instant) {
        return minute(Instant.parse(instant));
    }

    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static String text(Document row, String field) {
        var value = row.get(field);
        return value == null ? "" : value.toString();
    }

    static String yuan(Document row, String field) {
        return row.get(field) instanceof Number fen ? hundredths(fen) + " 元" : "";
    }

    static String hundredths(Number number) {
        return BigDecimal.valueOf(number.longValue(), 2).toPlainString();
    }

    /// The guarantees that are wanting, as a visit saw them.
    static String wanting(Document visit) {
        var wanting = new ArrayList<String>();
        named(wanting, visit, "housingProblem", "住房安全");
        named(wanting, visit, "childOutOfSchool", "义务教育");
        named(wanting, visit, "waterProblem", "饮水安全");
        named(wanting, visit, "memberUninsured", "基本医疗");
        return wanting.isEmpty() ? "三保障和饮水安全未见问题" : String.join("、", wanting) + "有问题";
    }

    /// The names of the flags that are set; 无 for none.
    static String flags(Document row, String... fieldsAndNames) {
        var set = new ArrayList<String>();
        for (var i = 0; i < fieldsAndNames.length; i += 2) {
            named(set, row, fieldsAndNames[i], fieldsAndNames[i + 1]);
        }
        return set.isEmpty() ? "无" : String.join("、", set);
    }

    private static void named(List<String> names, Document row, String flag, String name) {
        if (row.getBoolean(flag, false)) {
            names.add(name);
        }
    }

    /// Those that say something, with a mark between.
    static String joined(String... parts) {
        return String.join(
                "；", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }

    /// `before` and the text; nothing for no text.
    static String after(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }

    static void add(List<Fact> facts, String name, String is) {
        if (!is.isEmpty()) {
            facts.add(new Fact(name, is));
        }
    }
}
