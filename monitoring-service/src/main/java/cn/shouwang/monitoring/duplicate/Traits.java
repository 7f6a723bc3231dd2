package cn.shouwang.monitoring.duplicate;

import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.Subject;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.report.Applicant;
import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By what two entries of one person are found to be one, as an event told it. In memory only; `on` is
/// the event's village day.
public record Traits(
        Side side,
        @Nullable PersonName name,
        @Nullable PersonDocument document,
        @Nullable LocalDate born,
        LocalDate on) {

    /// What [#of] looks at.
    public static final List<Class<?>> READS =
            List.of(MemberAdded.class, MemberCorrected.class, Arrival.class, ClueRegistered.class);

    /// The person an event enters or corrects; empty for any other event. A clue that follows a report
    /// tells of nobody new.
    public static Optional<Traits> of(Object event) {
        return switch (event) {
            case MemberAdded added ->
                Optional.of(
                        of(Side.of(added.member(), added.household(), added.division()), added.person(), added.on()));
            case MemberCorrected corrected ->
                Optional.of(of(
                        Side.of(corrected.member(), corrected.household(), corrected.division()),
                        corrected.person(),
                        corrected.on()));
            case Arrival arrival ->
                Optional.of(of(Side.of(arrival.report(), arrival.division()), arrival.applicant(), arrival.on()));
            case ClueRegistered registered
            when registered.report() == null ->
                Optional.of(
                        of(Side.of(registered.clue(), registered.division()), registered.subject(), registered.on()));
            default -> Optional.empty();
        };
    }

    private static Traits of(Side side, Person person, LocalDate on) {
        return new Traits(side, person.name(), person.document(), person.born(), on);
    }

    private static Traits of(Side side, Applicant applicant, LocalDate on) {
        return new Traits(side, applicant.name(), applicant.document(), birth(applicant.document()), on);
    }

    private static Traits of(Side side, Subject subject, LocalDate on) {
        return new Traits(side, subject.name(), subject.document(), birth(subject.document()), on);
    }

    private static @Nullable LocalDate birth(@Nullable PersonDocument document) {
        return document instanceof IdNumber id ? id.birth() : null;
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Traits[" + side.kind() + "]";
    }
}
