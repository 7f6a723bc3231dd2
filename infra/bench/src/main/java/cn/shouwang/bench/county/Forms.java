package cn.shouwang.bench.county;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people send, field by field as the services of the suite ask for it; a null is left out.
///
/// Records and not maps: they always become the same text, and a command is repeated with the same text.
public interface Forms {

    /// Nothing to say but that it is asked for.
    record Withdrawal(String phoneEnding) {}

    /// Who looked, asked by whoever knows how the phone number ends.
    record Readings(String trackingNumber, String phoneEnding) {}

    record Delegate(
            String name,
            String phone,
            @Nullable String relation,
            @Nullable String office) {}

    record SelfReport(
            String village,
            String name,
            String phone,
            @Nullable String idNumber,
            int members,
            List<String> reasons,
            @Nullable String text,
            @Nullable Delegate delegate) {}

    record ClerkReport(
            String way,
            String village,
            String name,
            String phone,
            int members,
            List<String> reasons,
            @Nullable String text,
            @Nullable String callerPhone,
            LocalDate on) {}

    record Dated(LocalDate on) {}

    record ReportRefusal(String reason, @Nullable String text, LocalDate on) {}

    record Clue(
            String village, String channel, @Nullable String name, List<String> risks, String evidence, LocalDate on) {}

    record Assignment(String office, LocalDate on) {}

    record ClueOutcome(String outcome, String reason, LocalDate on) {}

    record Person(String name, String document, String relation, String labour, List<String> health, boolean student) {}

    record Member(String member, Person person) {}

    record Household(
            String village, String baseType, String address, String phone, List<Member> members, LocalDate on) {}

    record Case(@Nullable String clue, LocalDate visitBy, LocalDate on) {}

    record Visitor(String account, String title, boolean relativeOfHousehold) {}

    record Guarantees(boolean housingProblem, boolean childOutOfSchool, boolean waterProblem, boolean memberUninsured) {

        public static final Guarantees ALL_WELL = new Guarantees(false, false, false, false);
    }

    record IncomeItem(String block, String code, BigDecimal amountYuan, String source) {}

    record Income(LocalDate from, LocalDate to, List<IncomeItem> items) {

        /// The twelve whole months before `visit`.
        public static Income before(LocalDate visit, List<IncomeItem> items) {
            var thisMonth = visit.withDayOfMonth(1);
            return new Income(thisMonth.minusYears(1), thisMonth.minusDays(1), items);
        }
    }

    record Seen(String member, String ability) {}

    record Visit(
            List<Visitor> visitors,
            Guarantees guarantees,
            Income income,
            BigDecimal selfPaidYuan,
            List<Seen> seen,
            LocalDate on) {}

    record Authorization(String signer, String how, boolean filledByHelper, LocalDate on) {}

    record Appraisal(
            int attendance,
            int inFavour,
            int against,
            int abstained,
            String conclusion,
            @Nullable String category,
            @Nullable List<String> risks,
            String minutes,
            LocalDate on) {}

    record Publicity(String place, String notice, LocalDate on) {}

    record Objection(String by, String text, LocalDate on) {}

    record Resolution(String outcome, String explanation, LocalDate on) {}

    record TownReview(String opinion, LocalDate on) {}

    record TownReturn(String reason, LocalDate on) {}

    record Determination(
            String decisionNo,
            String category,
            List<String> risks,
            @Nullable String ground,
            LocalDate on) {}

    record Rejection(String reason, String explanation, LocalDate on) {}

    record Announcement(String place, LocalDate on) {}
}
