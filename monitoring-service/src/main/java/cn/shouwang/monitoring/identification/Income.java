package cn.shouwang.monitoring.identification;

import cn.shouwang.platform.rule.RuleBroken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// A household's disposable income over twelve whole months, with every item it was computed from.
///
/// `disposableFen` = wage + (operating − operating expense − production tax) + property + (transfers
/// in − transfers out); `perHeadFen` divides it by `members`, rounded half up to the fen. Source: the
/// statistics definition of disposable income. Whoever has the items can compute both again (rule
/// M8); another figure is another visit, never a change of this one.
public record Income(LocalDate from, LocalDate to, List<Item> items, int members, long disposableFen, long perHeadFen) {

    /// Where an amount belongs, and whether it adds or takes away. Stored by name: add, never rename.
    public enum Block {
        WAGE(1),
        OPERATING(1),
        PROPERTY(1),
        TRANSFER_IN(1),
        OPERATING_EXPENSE(-1),
        PRODUCTION_TAX(-1),
        TRANSFER_OUT(-1);

        private final int sign;

        Block(int sign) {
            this.sign = sign;
        }
    }

    /// Who says so. Stored by name: add, never rename.
    public enum Source {
        SELF_DECLARED,
        PAPER,
        BANK,
        DEPARTMENT
    }

    /// One line of the income sheet; `code` names it within its block, e.g. `land-lease`. `amountFen` is
    /// never negative.
    public record Item(Block block, String code, long amountFen, Source source) {}

    private static final int MONTHS = 12;

    public Income {
        items = List.copyOf(items);
    }

    /// Computes the income of `members` people from its items.
    ///
    /// Refused when the window is not twelve whole months that were over on `on`, when nobody is left, or
    /// when an item is negative or beyond all reason.
    public static Income assess(LocalDate from, LocalDate to, List<Item> items, int members, LocalDate on) {
        if (from.getDayOfMonth() != 1 || !to.equals(from.plusMonths(MONTHS).minusDays(1)) || !to.isBefore(on)) {
            throw new RuleBroken("identification.income-window", "income is of twelve whole months before the visit");
        }
        if (members == 0) {
            throw new RuleBroken("identification.nobody-left", "nobody lives in the household");
        }
        var disposable = disposable(items);
        return new Income(from, to, items, members, disposable, perHead(disposable, members));
    }

    /// Whether the stored results follow from the stored items.
    public boolean recomputes() {
        return disposableFen == disposable(items) && perHeadFen == perHead(disposableFen, members);
    }

    private static long disposable(List<Item> items) {
        try {
            return items.stream()
                    .mapToLong(item -> item.block().sign * item.amountFen())
                    .reduce(0, Math::addExact);
        } catch (ArithmeticException _) {
            throw new RuleBroken("identification.income-beyond-reason", "the items do not add up to a number");
        }
    }

    private static long perHead(long fen, int members) {
        return BigDecimal.valueOf(fen)
                .divide(BigDecimal.valueOf(members), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
