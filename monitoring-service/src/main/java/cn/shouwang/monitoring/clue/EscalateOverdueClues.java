package cn.shouwang.monitoring.clue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.monitoring.clue.ClueCommand.EscalateClue;
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

/// Lifts every clue that is past its day without an outcome (rule M14). One that is merged into another
/// rests.
///
/// The rows only propose; the clue decides, so a row that lags or a second instance doing the same
/// changes nothing. One clue that fails does not keep the others waiting.
@Component
class EscalateOverdueClues {

    private static final Logger LOGGER = LoggerFactory.getLogger(EscalateOverdueClues.class);
    private static final int PORTION = 200;

    private final Lookup clues;
    private final Commands commands;

    @Autowired
    EscalateOverdueClues(Views views, Commands commands) {
        this(views.lookup("clues"), commands);
    }

    EscalateOverdueClues(Lookup clues, Commands commands) {
        this.clues = clues;
        this.commands = commands;
    }

    /// Looks at every clue once; returns how many rose.
    int tick(LocalDate today) {
        var risen = 0;
        for (var rows = overdue("", today);
                !rows.isEmpty();
                rows = overdue(rows.getLast().getString("_id"), today)) {
            for (var row : rows) {
                risen += escalate(row, today) ? 1 : 0;
            }
        }
        return risen;
    }

    private List<Document> overdue(String after, LocalDate today) {
        var due = and(
                gt("_id", after),
                eq("state", ClueState.OPEN.name()),
                eq("duplicates", List.of()),
                ne("level", ClueLevel.COUNTY.name()),
                lt("dueOn", today.toString()));
        return clues.find(due, ascending("_id"), PORTION);
    }

    private boolean escalate(Document row, LocalDate today) {
        var clue = ClueId.of(row.getString("_id"));
        try {
            commands.sendAs(
                    new EscalateClue(clue, today), Actor.policy("escalate-overdue-clues", row.getString("division")));
            return true;
        } catch (RuleBroken refusal) {
            LOGGER.debug("clue {} stays: {}", clue, refusal.rule());
        } catch (RuntimeException failure) {
            LOGGER.warn("clue {} could not rise: {}", clue, failure.getClass().getName());
        }
        return false;
    }
}
