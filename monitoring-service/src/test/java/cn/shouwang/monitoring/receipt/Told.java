package cn.shouwang.monitoring.receipt;

import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;

import cn.shouwang.monitoring.receipt.ReceiptEvent.IncomeReceived;
import cn.shouwang.monitoring.receipt.ReceiptEvent.LoanFellOverdue;
import cn.shouwang.monitoring.receipt.ReceiptEvent.WorkBegun;
import cn.shouwang.monitoring.receipt.ReceiptEvent.WorkEnded;
import java.time.LocalDate;
import java.util.UUID;

/// What other services told of the synthetic household of [cn.shouwang.monitoring.identification.Case].
public final class Told {

    static final UUID PAYMENT = UUID.fromString("00000000-0000-4000-8000-0000000000c1");
    static final UUID WORK = UUID.fromString("00000000-0000-4000-8000-0000000000c2");
    static final UUID OTHER_WORK = UUID.fromString("00000000-0000-4000-8000-0000000000c3");
    public static final UUID LOAN = UUID.fromString("00000000-0000-4000-8000-0000000000c4");
    static final Receipt WAGE = wage(312_050);

    public static final IncomeReceived PAID = new IncomeReceived(HOUSEHOLD, VILLAGE, HEAD, WAGE, november(15));
    static final WorkBegun BEGUN = new WorkBegun(HOUSEHOLD, VILLAGE, WORK, HEAD, november(1));
    public static final WorkEnded ENDED = ended(WORK, false);
    public static final LoanFellOverdue OVERDUE =
            new LoanFellOverdue(HOUSEHOLD, VILLAGE, LOAN, november(2), november(9));

    private Told() {}

    static Receipt wage(long amountFen) {
        return new Receipt(PAYMENT, ReceiptKind.WAGE, amountFen, LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31));
    }

    public static WorkEnded ended(UUID work, boolean othersWork) {
        return new WorkEnded(HOUSEHOLD, VILLAGE, work, HEAD, othersWork, november(20));
    }
}
