package cn.shouwang.monitoring.income;

import cn.shouwang.platform.rule.RuleBroken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToIntFunction;

/// How sums follow from what counts: the version of the arithmetic. Stored by name: add, never
/// rename, and never change one that was used.
public enum Formula {

    /// net = wage + operating + property + transfers in − operating expense; disposable = net −
    /// production tax − transfers out; per head by the members, half up to the fen.
    ///
    /// Source: national-style collection form of 2023 for net, the statistics definition for
    /// disposable. That halves are rounded up is inferred; no document names it.
    NATIONAL_FORM_2023;

    long net(List<Item> items) {
        return sum(items, Formula::inNet);
    }

    long disposable(List<Item> items) {
        return sum(items, Formula::inDisposable);
    }

    /// net + claims − what the family paid itself. The sign of the terms is common practice.
    long reference(long netFen, long claimFen, long selfPaidFen) {
        try {
            return Math.subtractExact(Math.addExact(netFen, claimFen), selfPaidFen);
        } catch (ArithmeticException _) {
            throw beyondReason();
        }
    }

    long perHead(long fen, int members) {
        return BigDecimal.valueOf(fen)
                .divide(BigDecimal.valueOf(members), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static int inNet(Block block) {
        return switch (block) {
            case WAGE, OPERATING, PROPERTY, TRANSFER_IN -> 1;
            case OPERATING_EXPENSE -> -1;
            case PRODUCTION_TAX, TRANSFER_OUT -> 0;
        };
    }

    private static int inDisposable(Block block) {
        return switch (block) {
            case WAGE, OPERATING, PROPERTY, TRANSFER_IN -> 1;
            case OPERATING_EXPENSE, PRODUCTION_TAX, TRANSFER_OUT -> -1;
        };
    }

    /// Exact in any order: what is summed is as wide as it needs to be.
    private static long sum(List<Item> items, ToIntFunction<Block> sign) {
        try {
            return items.stream()
                    .filter(item -> item.standing() == Standing.COUNTED)
                    .map(item -> BigDecimal.valueOf(item.amountFen())
                            .multiply(BigDecimal.valueOf(sign.applyAsInt(item.block()))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .longValueExact();
        } catch (ArithmeticException _) {
            throw beyondReason();
        }
    }

    private static RuleBroken beyondReason() {
        return new RuleBroken("identification.income-beyond-reason", "the items do not add up to a number");
    }
}
