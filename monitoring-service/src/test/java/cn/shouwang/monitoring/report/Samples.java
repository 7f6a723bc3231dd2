package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.calendar.WorkingDays;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.LocalDate;

/// One synthetic household and the people around it, for the tests of this package.
public final class Samples {

    public static final String VILLAGE = "440233101203";
    /// As the trial histories have it; what is stored now is a UUID.
    public static final ReportId REPORT = ReportId.of("7K3M9P2QW5XZ0A1B");
    public static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    public static final LocalDate TUESDAY = MONDAY.plusDays(1);
    public static final LocalDate ACCEPT_BY = MONDAY.plusDays(2);

    public static final Applicant APPLICANT =
            new Applicant(PersonName.of("测小样"), Phone.of("13800000001"), PersonDocument.of("999999198001010011"), 4);
    public static final Need NEED = new Need(Risks.of(RiskType.ILLNESS, RiskType.LABOUR_SHORTAGE), "家里有人长期住院");
    public static final Delegate DELEGATE =
            new Delegate(PersonName.of("测代办"), Phone.of("13800000002"), null, Delegate.Relation.NEIGHBOUR, null);

    public static final Actor HOUSEHOLD = Actor.visitor(VILLAGE);
    public static final Actor CLERK = new Actor("clerk", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    public static final Actor SISTER_VILLAGE =
            new Actor("sister", Role.VILLAGE_COMMITTEE, "440233101204", Actor.Channel.WEB);

    static final ReportTerms TERMS = new ReportTerms(WorkingDays.announced(), 2, 5);

    private Samples() {}
}
