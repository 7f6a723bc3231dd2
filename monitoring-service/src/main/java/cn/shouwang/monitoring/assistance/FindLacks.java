package cn.shouwang.monitoring.assistance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.assistance.AssistanceCommand.FindLack;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Raises the alarm over every monitored household that lacks what it should have by now (rule M12).
///
/// The rows only propose; the household's own stream decides, so a row that lags or a second instance
/// doing the same changes nothing. One household that fails does not keep the others waiting.
@Component
class FindLacks {

    private static final Logger LOGGER = LoggerFactory.getLogger(FindLacks.class);
    private static final int PORTION = 200;

    private final Lookup lacks;
    private final Commands commands;
    private final MeasureTerms terms;

    @Autowired
    FindLacks(Views views, Commands commands, MeasureTerms terms) {
        this(views.lookup("lacks"), commands, terms);
    }

    FindLacks(Lookup lacks, Commands commands, MeasureTerms terms) {
        this.lacks = lacks;
        this.commands = commands;
        this.terms = terms;
    }

    /// Looks at every household once; returns how many alarms were raised.
    int tick(LocalDate today) {
        var raised = 0;
        for (var lack : Lack.values()) {
            for (var rows = open(lack, "", today);
                    !rows.isEmpty();
                    rows = open(lack, rows.getLast().getString("_id"), today)) {
                for (var row : rows) {
                    raised += isOverdue(lack, row, today) && raise(lack, row, today) ? 1 : 0;
                }
            }
        }
        return raised;
    }

    private List<Document> open(Lack lack, String after, LocalDate today) {
        var waiting =
                and(gt("_id", after), eq("open", lack.name()), eq("monitored", true), lt("since", today.toString()));
        return lacks.find(waiting, ascending("_id"), PORTION);
    }

    private boolean isOverdue(Lack lack, Document row, LocalDate today) {
        var since = LocalDate.parse(row.getString("since"));
        return today.isAfter(terms.on(since).dueOn(lack, since));
    }

    private boolean raise(Lack lack, Document row, LocalDate today) {
        var household = HouseholdId.of(row.getString("_id"));
        try {
            commands.sendAs(
                    new FindLack(household, lack, today), Actor.policy("find-lacks", row.getString("division")));
            return true;
        } catch (RuleBroken refusal) {
            LOGGER.debug("household {} has it: {}", household, refusal.rule());
        } catch (RuntimeException failure) {
            LOGGER.warn(
                    "household {} could not be looked at: {}",
                    household,
                    failure.getClass().getName());
        }
        return false;
    }
}
