package cn.shouwang.monitoring.person;

import cn.shouwang.platform.rule.RuleBroken;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;

/// The paper that says who a person is: a resident id, another document, or a temporary reference
/// for someone who has none yet.
///
/// In JSON one string: `11010519491231002X`, `PASSPORT:E12345678`, `T-440233101203-1`.
public sealed interface PersonDocument permits IdNumber, OtherDocument, TemporaryRef, ForgottenDocument {

    /// The full text, as stored. Never for logs, URLs, problems or contracts.
    @JsonValue
    String value();

    /// What a list may show.
    String masked();

    /// Reads any of the three forms; blanks around and lower case are forgiven.
    ///
    /// Fails with `person.id-number-malformed`, `person.id-number-check-digit`,
    /// `person.id-number-birth-date`, `person.document-malformed` or
    /// `person.temporary-ref-malformed`.
    static PersonDocument of(String text) {
        var written = text.strip().toUpperCase(Locale.ROOT);
        if (written.startsWith("T-")) {
            return TemporaryRef.of(written);
        }
        return written.indexOf(':') < 0 ? IdNumber.of(written) : OtherDocument.of(written);
    }

    /// Reads the stored form, the forgotten one included.
    @JsonCreator
    static PersonDocument stored(String text) {
        return text.isEmpty() ? forgotten() : of(text);
    }

    /// What a document reads as once the person is forgotten.
    static PersonDocument forgotten() {
        return new ForgottenDocument();
    }

    /// Like [#of(String)], and also refuses, with `person.id-number-birth-date`, whoever would be born
    /// after `today`. For what people enter; stored history is read without asking the day.
    static PersonDocument of(String text, LocalDate today) {
        var document = of(text);
        if (document instanceof IdNumber id && id.birth().isAfter(today)) {
            throw new RuleBroken("person.id-number-birth-date", "the birth date lies in the future");
        }
        return document;
    }
}
