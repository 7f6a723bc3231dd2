package cn.shouwang.monitoring.receipt;

import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.receipt.Told.*;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordEndOfWork;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordIncome;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordOverdueLoan;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordWork;
import cn.shouwang.monitoring.receipt.ReceiptEvent.LoanFellOverdue;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptsTest {

    private static final Actor COUNTY = Actor.policy("when-paid-then-record-income", "440233");
    private static final MemberId STRANGER = MemberId.of("00000000-0000-4000-8000-0000000000ff");

    private final List<HouseholdEvent> household = new ArrayList<>(List.of(
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1)),
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1))));

    private final FixtureConfiguration<Receipts> fixture = new AggregateTestFixture<>(Receipts.class)
            .registerInjectableResource(new Register(_ -> household.stream(), _ -> Set.of()));

    @Test
    void what_was_paid_is_recorded_once() {
        asked(income(WAGE)).expectEvents(PAID);
        asked(income(WAGE), PAID).expectNoEvents();
    }

    @Test
    void one_number_does_not_tell_two_amounts() {
        asked(income(wage(312_051)), PAID).expectException(broken("receipt.contradicts"));
    }

    @Test
    void nothing_is_not_received_and_no_span_ends_before_it_begins() {
        asked(income(wage(0))).expectException(broken("receipt.amount-not-positive"));
        var reversed = new Receipt(PAYMENT, ReceiptKind.WAGE, 1, LocalDate.of(2025, 10, 31), LocalDate.of(2025, 10, 1));
        asked(income(reversed)).expectException(broken("receipt.days-reversed"));
    }

    @Test
    void a_household_without_that_member_or_without_any_entry_is_refused() {
        asked(new RecordIncome(HOUSEHOLD, STRANGER, WAGE, november(15)))
                .expectException(broken("receipt.unknown-member"));
        household.clear();
        asked(income(WAGE)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void a_wage_may_come_after_its_earner_left() {
        household.add(new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, DecreaseReason.MOVED_OUT, november(10)));
        asked(income(WAGE)).expectEvents(PAID);
    }

    @Test
    void work_begins_and_ends_once() {
        asked(work()).expectEvents(BEGUN);
        asked(work(), BEGUN).expectNoEvents();
        asked(endOfWork(), BEGUN).expectEvents(ENDED);
        asked(endOfWork(), BEGUN, ENDED).expectNoEvents();
        asked(work(), BEGUN, ENDED).expectNoEvents();
    }

    @Test
    void the_end_of_work_tells_whether_others_in_the_household_work() {
        var other = new ReceiptEvent.WorkBegun(HOUSEHOLD, VILLAGE, OTHER_WORK, HEAD, november(3));
        asked(endOfWork(), BEGUN, other).expectEvents(ended(WORK, true));
        asked(endOfWork(), BEGUN, other, ended(OTHER_WORK, true)).expectEvents(ENDED);
    }

    @Test
    void work_that_ends_may_never_have_been_told_to_begin() {
        asked(endOfWork()).expectEvents(ENDED);
    }

    @Test
    void a_loan_is_overdue_once_for_each_day_it_was_due() {
        asked(loan(november(2))).expectEvents(OVERDUE);
        asked(loan(november(2)), OVERDUE).expectNoEvents();
        asked(loan(november(8)), OVERDUE)
                .expectEvents(new LoanFellOverdue(HOUSEHOLD, VILLAGE, LOAN, november(8), november(9)));
    }

    @Test
    void nothing_is_told_from_outside_the_county() {
        fixture.givenNoPriorActivity()
                .when(income(WAGE), Actor.policy("x", "440281").toMeta())
                .expectException(OutOfDivision.class);
        fixture.given(PAID).when(work(), Actor.policy("x", "440281").toMeta()).expectException(OutOfDivision.class);
    }

    private ResultValidator<Receipts> asked(ReceiptCommand command, ReceiptEvent... history) {
        var given = history.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) history);
        return given.when(command, COUNTY.toMeta());
    }

    private static RecordIncome income(Receipt receipt) {
        return new RecordIncome(HOUSEHOLD, HEAD, receipt, november(15));
    }

    private static RecordWork work() {
        return new RecordWork(HOUSEHOLD, WORK, HEAD, november(1));
    }

    private static RecordEndOfWork endOfWork() {
        return new RecordEndOfWork(HOUSEHOLD, WORK, HEAD, november(20));
    }

    private static RecordOverdueLoan loan(LocalDate dueOn) {
        return new RecordOverdueLoan(HOUSEHOLD, LOAN, dueOn, november(9));
    }
}
