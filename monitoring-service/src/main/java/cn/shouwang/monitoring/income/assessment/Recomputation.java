package cn.shouwang.monitoring.income.assessment;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.income.Income;
import cn.shouwang.monitoring.income.IncomeRules;
import cn.shouwang.monitoring.line.LineTerms;
import cn.shouwang.monitoring.line.LineVersions;
import cn.shouwang.monitoring.line.Lines.InForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Makes assessments and decisions again, by the versions they name, and tells what differs.
@Component
class Recomputation {

    private final IncomeRules rules;
    private final LineVersions lines;

    Recomputation(IncomeRules rules, LineVersions lines) {
        this.rules = rules;
        this.lines = lines;
    }

    List<Difference> of(Income stored, String village, long selfPaidFen) {
        return rules.again(stored, village, selfPaidFen)
                .map(again -> differences(stored, again))
                .orElse(List.of(Difference.EDITION_GONE));
    }

    private static List<Difference> differences(Income stored, Income again) {
        var found = new ArrayList<Difference>();
        add(found, Difference.ITEMS, stored.items().equals(again.items()));
        add(
                found,
                Difference.DISPOSABLE_INCOME,
                stored.disposableFen() == again.disposableFen() && stored.perHeadFen() == again.perHeadFen());
        add(found, Difference.NET_INCOME, stored.net().equals(again.net()));
        add(found, Difference.REFERENCE_INCOME, Objects.equals(stored.reference(), again.reference()));
        return found;
    }

    /// A decision of a household's row: against the line it names and the income last assessed
    /// before it.
    List<Difference> of(Document decision, Document row) {
        return lines.of(decision.getString("version"))
                .map(line -> differences(decision, row, line))
                .orElse(List.of(Difference.LINE_GONE));
    }

    private static List<Difference> differences(Document decision, Document row, LineTerms line) {
        var found = new ArrayList<Difference>();
        var income = decision.getLong("incomePerHeadFen");
        add(found, Difference.LINE_AMOUNT, line.amountFen() == decision.getLong("lineFen"));
        add(
                found,
                Difference.ASSESSED_INCOME,
                assessedBefore(decision, row)
                        .filter(assessed -> assessed.perHeadFen(line.basis()) == income)
                        .isPresent());
        var inForce = new InForce(decision.getString("version"), line.amountFen(), line.inclusive(), line.basis());
        add(found, Difference.OUTCOME, isPermitted(decision, row, inForce.covers(income)));
        return found;
    }

    private static Optional<Income> assessedBefore(Document decision, Document row) {
        return row.getList("incomes", Document.class, List.of()).stream()
                .filter(income -> income.getString("occasion").equals(decision.getString("occasion"))
                        && income.getInteger("cycle").equals(decision.getInteger("cycle"))
                        && income.getLong("position") < decision.getLong("position"))
                .reduce((_, later) -> later)
                .map(income -> IncomeRow.income(income.get("income", Document.class)));
    }

    /// A removal needs an income above the line, a category the one that rules M1 and M2 open.
    private static boolean isPermitted(Document decision, Document row, boolean withinLine) {
        var category = decision.getString("category");
        return category == null
                ? !withinLine
                : Category.valueOf(category).isOpenTo(BaseType.valueOf(row.getString("baseType")), withinLine);
    }

    private static void add(List<Difference> found, Difference difference, boolean equal) {
        if (!equal) {
            found.add(difference);
        }
    }
}
