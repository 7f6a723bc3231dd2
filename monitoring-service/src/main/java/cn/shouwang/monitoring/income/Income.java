package cn.shouwang.monitoring.income;

import cn.shouwang.monitoring.line.Basis;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A household's assessed income over twelve months, with every item it was computed from and the
/// rule it was computed by. Amounts are fen; `perHeadFen` is of the disposable income, by
/// `members`.
///
/// Whoever has the items and the editions can compute it again (rule M8, [IncomeRules#again]);
/// another figure is another visit, never a change of this one. `reference` is absent where claims
/// were not asked for, before there was a table of items.
public record Income(
        LocalDate from,
        LocalDate to,
        List<Item> items,
        int members,
        long disposableFen,
        long perHeadFen,
        Net net,
        @Nullable Reference reference,
        Rule rule) {

    /// 纯收入
    public record Net(long fen, long perHeadFen) {}

    /// 纳入监测对象的收入参考范围: net income + `claimFen` − what the family paid itself.
    public record Reference(long claimFen, long fen, long perHeadFen) {}

    /// By what it was computed: the formula, and the first days of the edition of the terms and of
    /// the table of items (rule M15). Window and editions are absent where there were none.
    public record Rule(
            Formula formula,
            @Nullable Window window,
            @Nullable LocalDate edition,
            @Nullable LocalDate items) {}

    public Income {
        items = List.copyOf(items);
    }

    /// What is compared with a line on that basis.
    public long perHeadFen(Basis basis) {
        return switch (basis) {
            case DISPOSABLE_INCOME -> perHeadFen;
            case NET_INCOME -> net.perHeadFen();
        };
    }

    /// The sums of judged items. `claimFen` absent leaves out the reference income.
    static Income of(Span span, List<Item> items, int members, @Nullable Long claimFen, long selfPaidFen, Rule rule) {
        var formula = rule.formula();
        var net = formula.net(items);
        var disposable = formula.disposable(items);
        return new Income(
                span.from(),
                span.to(),
                items,
                members,
                disposable,
                formula.perHead(disposable, members),
                new Net(net, formula.perHead(net, members)),
                claimFen == null ? null : reference(formula, net, claimFen, selfPaidFen, members),
                rule);
    }

    /// From its first day to its last.
    record Span(LocalDate from, LocalDate to) {}

    private static Reference reference(Formula formula, long netFen, long claimFen, long selfPaidFen, int members) {
        var fen = formula.reference(netFen, claimFen, selfPaidFen);
        return new Reference(claimFen, fen, formula.perHead(fen, members));
    }
}
