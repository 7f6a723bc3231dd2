package cn.shouwang.monitoring.person;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.Arrays;
import java.util.regex.Pattern;

/// A document of someone without a resident id: a spouse from Hong Kong, Macao, Taiwan or abroad.
///
/// Written `<KIND>:<number>`. The number has 5 to 20 letters and digits and no check character.
public record OtherDocument(Kind kind, String number) implements PersonDocument {

    /// Kinds of document. Stored by name: add, never rename.
    public enum Kind {
        /// 港澳居民居住证 / 来往内地通行证
        HONG_KONG_MACAO,
        /// 台湾居民居住证 / 来往大陆通行证
        TAIWAN,
        /// 外国人永久居留身份证
        PERMANENT_RESIDENT,
        PASSPORT
    }

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{5,20}");

    public OtherDocument {
        if (!NUMBER.matcher(number).matches()) {
            throw malformed();
        }
    }

    static OtherDocument of(String text) {
        var colon = text.indexOf(':');
        var kind = text.substring(0, colon);
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(kind))
                .map(known -> new OtherDocument(known, text.substring(colon + 1)))
                .findFirst()
                .orElseThrow(OtherDocument::malformed);
    }

    @Override
    public String value() {
        return kind + ":" + number;
    }

    @Override
    public String masked() {
        return kind + ":" + Masked.number(number);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static RuleBroken malformed() {
        return new RuleBroken("person.document-malformed", "a document is a known kind, a colon and its number");
    }
}
