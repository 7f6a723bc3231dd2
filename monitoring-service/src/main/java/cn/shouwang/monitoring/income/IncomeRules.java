package cn.shouwang.monitoring.income;

import cn.shouwang.monitoring.income.Income.Rule;
import cn.shouwang.monitoring.income.Income.Span;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Assesses income, and assesses it again as it was assessed then.
public final class IncomeRules {

    private final IncomeTerms terms;
    private final ItemTable table;

    public IncomeRules(IncomeTerms terms, ItemTable table) {
        this.terms = terms;
        this.table = table;
    }

    /// The income of `members` people at a place, from what was told on `on`.
    ///
    /// Refused when the sheet is not of twelve whole months that were over, when nobody is left,
    /// when an item is not in the table or stands in another block, when a figure is of other days
    /// than the sheet or was collected after `on`, and when the sum is beyond all reason. A figure
    /// that does not count is kept.
    public Income assess(Sheet sheet, String place, int members, long selfPaidFen, LocalDate on) {
        var edition = terms.on(on);
        var window = Window.of(sheet.from(), sheet.to(), on, edition)
                .orElseThrow(() -> new RuleBroken(
                        "identification.income-window",
                        "income is of the twelve whole months before the visit, or of the last yearly cycle"));
        if (members == 0) {
            throw new RuleBroken("identification.nobody-left", "nobody lives in the household");
        }
        sheet.figures().forEach(figure -> mustBeOf(figure, sheet, on));
        var items = table.on(on);
        return Income.of(
                new Span(sheet.from(), sheet.to()),
                judged(sheet.figures(), items, place),
                members,
                sheet.claimFen(),
                selfPaidFen,
                new Rule(edition.formula(), window, edition.from(), items.from()));
    }

    /// The same figures, judged and summed by the editions the income names; equal to it, or it was
    /// not computed so. What was assessed before there was a table counts in full. Empty when an
    /// edition it names is not kept any more, or refuses one of its items now.
    public Optional<Income> again(Income stored, String place, long selfPaidFen) {
        var rule = stored.rule();
        if (rule.edition() != null && !terms.has(rule.edition(), rule.formula())) {
            return Optional.empty();
        }
        return kept(stored, place)
                .map(items -> Income.of(
                        new Span(stored.from(), stored.to()),
                        items,
                        stored.members(),
                        stored.reference() == null ? null : stored.reference().claimFen(),
                        selfPaidFen,
                        rule));
    }

    private Optional<List<Item>> kept(Income stored, String place) {
        try {
            return judgedAgain(stored, place);
        } catch (RuleBroken _) {
            return Optional.empty();
        }
    }

    private Optional<List<Item>> judgedAgain(Income stored, String place) {
        var figures = stored.items().stream().map(Item::figure).toList();
        var edition = stored.rule().items();
        return edition == null
                ? Optional.of(figures.stream()
                        .map(figure -> new Item(figure, Standing.COUNTED))
                        .toList())
                : table.edition(edition).map(items -> judged(figures, items, place));
    }

    private static List<Item> judged(List<Figure> figures, ItemTable.Edition table, String place) {
        return figures.stream().map(figure -> judged(figure, table, place)).toList();
    }

    private static Item judged(Figure figure, ItemTable.Edition table, String place) {
        var row = table.row(figure.code(), place)
                .orElseThrow(() -> new RuleBroken("income.unknown-item", "the table does not know the item"));
        if (row.block() != figure.block()) {
            throw new RuleBroken("income.other-block", "%s belongs to %s".formatted(row.code(), row.block()));
        }
        return new Item(
                figure, row.standing(figure.proof().from(), figure.proof().to()));
    }

    private static void mustBeOf(Figure figure, Sheet sheet, LocalDate on) {
        var proof = figure.proof();
        if (proof.from().isBefore(sheet.from())
                || proof.to().isAfter(sheet.to())
                || proof.to().isBefore(proof.from())) {
            throw new RuleBroken("income.period-outside-window", "a figure is of days of its sheet");
        }
        if (proof.on().isAfter(on)) {
            throw new RuleBroken("income.collected-later", "a figure is collected by the day of the visit");
        }
    }
}
