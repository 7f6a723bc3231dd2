package cn.shouwang.monitoring.todo;

import static cn.shouwang.monitoring.todo.TodoProjection.done;
import static cn.shouwang.monitoring.todo.TodoProjection.due;

import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonRequested;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonReturned;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonSpared;
import cn.shouwang.monitoring.inquiry.InquiryEvent.HitsWeighed;
import cn.shouwang.platform.projection.Rows;
import org.bson.conversions.Bson;

/// What the county asks departments about households that have signed, beside their case and until it ends.
final class InquirySteps {

    private InquirySteps() {}

    static void on(IdentificationEvent event, Rows rows) {
        switch (event) {
            case AuthorizationSigned signed ->
                row(
                        signed.household().toString(),
                        signed.division(),
                        due(Step.REQUEST_COMPARISON, signed.on(), null),
                        rows);
            case HouseholdDetermined _, IdentificationRejected _ ->
                row(event.household().toString(), event.division(), done(), rows);
            default -> {} // the others wait for nothing of it
        }
    }

    static void on(InquiryEvent event, Rows rows) {
        if (event instanceof InquiryEvent.Step step) {
            row(step.household().toString(), step.division(), next(step), rows);
        }
    }

    private static Bson next(InquiryEvent.Step step) {
        return switch (step) {
            case ComparisonRequested asked -> due(Step.RETURN_COMPARISON, asked.on(), asked.until());
            case ComparisonReturned returned ->
                returned.hits().stream().anyMatch(hit -> hit.effect() == Effect.CAREFUL)
                        ? due(Step.WEIGH_HITS, returned.on(), null)
                        : done();
            case ComparisonSpared _, HitsWeighed _ -> done();
        };
    }

    private static void row(String household, String division, Bson change, Rows rows) {
        rows.advance("inquiry-" + household, TodoProjection.row("COMPARISON", household, division, change));
    }
}
