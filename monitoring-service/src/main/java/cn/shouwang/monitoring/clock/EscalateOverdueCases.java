package cn.shouwang.monitoring.clock;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.clock.ClockCommand.EscalateCase;
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

/// Lifts every case that is past its limit.
///
/// The rows only propose who waits; the clock decides, from the case's own stream, so a row that
/// lags or a second instance doing the same changes nothing. One case that fails does not keep the
/// others waiting.
@Component
class EscalateOverdueCases {

    private static final Logger LOGGER = LoggerFactory.getLogger(EscalateOverdueCases.class);
    private static final int PORTION = 200;

    private final Lookup rows;
    private final CaseClocks clocks;
    private final Commands commands;

    @Autowired
    EscalateOverdueCases(Views views, CaseClocks clocks, Commands commands) {
        this(views.lookup("clocks"), clocks, commands);
    }

    EscalateOverdueCases(Lookup rows, CaseClocks clocks, Commands commands) {
        this.rows = rows;
        this.clocks = clocks;
        this.commands = commands;
    }

    /// Looks at every case that waits, once; returns how many rose.
    int tick(LocalDate today) {
        var risen = 0;
        for (var waiting = waiting("");
                !waiting.isEmpty();
                waiting = waiting(waiting.getLast().getString("_id"))) {
            for (var row : waiting) {
                risen += escalate(row, today) ? 1 : 0;
            }
        }
        return risen;
    }

    private List<Document> waiting(String after) {
        return rows.find(and(gt("_id", after), exists("step")), ascending("_id"), PORTION);
    }

    private boolean escalate(Document row, LocalDate today) {
        var household = HouseholdId.of(row.getString("_id"));
        try {
            if (clocks.of(household, today)
                    .filter(running -> running.reading().isOver())
                    .isEmpty()) {
                return false;
            }
            commands.sendAs(
                    new EscalateCase(household, today),
                    Actor.policy("escalate-overdue-cases", row.getString("division")));
            return true;
        } catch (RuleBroken refusal) {
            LOGGER.debug("the case of household {} stays: {}", household, refusal.rule());
        } catch (RuntimeException failure) {
            LOGGER.warn(
                    "the case of household {} could not rise: {}",
                    household,
                    failure.getClass().getName());
        }
        return false;
    }
}
