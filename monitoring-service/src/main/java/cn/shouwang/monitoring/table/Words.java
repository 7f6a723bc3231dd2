package cn.shouwang.monitoring.table;

import cn.shouwang.monitoring.division.Divisions;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Codes, places and amounts as the national forms write them: in Chinese, by name, in yuan.
@Component
class Words {

    private final MessageSource words;
    private final Divisions divisions;

    Words(MessageSource words, Divisions divisions) {
        this.words = words;
        this.divisions = divisions;
    }

    String of(String kind, String code) {
        return words.getMessage("word." + kind + "." + code, null, Locale.CHINESE);
    }

    String town(String village) {
        return divisions.name(Divisions.townOf(village));
    }

    String place(String division) {
        return divisions.name(division);
    }

    /// With two decimals.
    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    static String yesNo(boolean yes) {
        return yes ? "是" : "否";
    }
}
