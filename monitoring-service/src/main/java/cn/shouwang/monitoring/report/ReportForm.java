package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.report.ReportCommand.Filing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every form of reporting asks: six things, and the id number if the household likes.
interface ReportForm {

    int MOST_MEMBERS = 30;
    String VILLAGE = "[0-9]{12}";

    String village();

    String name();

    String phone();

    @Nullable
    String idNumber();

    Integer members();

    List<RiskType> reasons();

    @Nullable
    String text();

    /// The form as a filing of day `on`; a value that cannot be is refused by its rule, `person.…` or
    /// `clue.risks-…`.
    default Filing filing(LocalDate on, LocalDate today) {
        var applicant = new Applicant(PersonName.of(name()), Phone.of(phone()), document(idNumber(), today), members());
        var words = text();
        return new Filing(village(), applicant, new Need(new Risks(reasons()), words == null ? "" : words.strip()), on);
    }

    static @Nullable PersonDocument document(@Nullable String text, LocalDate today) {
        return text == null || text.isBlank() ? null : PersonDocument.of(text, today);
    }
}
