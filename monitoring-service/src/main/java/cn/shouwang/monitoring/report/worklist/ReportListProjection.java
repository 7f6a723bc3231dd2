package cn.shouwang.monitoring.report.worklist;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.report.Applicant;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.DelegatedReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhoneReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.WindowReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.monitoring.report.Way;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// Keeps `reports`, one row per report: `{_id: report, division, state, way, name, phone,
/// document?, members, reasons, text, delegate?: {name, phone, relation?, office?}, caller?, clerk?,
/// office?, on, acceptBy, acceptedOn?, refusedOn?, refusal?, refusalText?, tellBy?, refusalToldOn?,
/// withdrawnOn?, outcome?, resultOn?, crowded?: true, photos?: number, wrongEndings?: number}`. Names,
/// phones, documents and free texts are sealed; days are ISO text.
@Component
class ReportListProjection implements Projection {

    static final String NAME = "reports";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(ReportEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "-on"), Index.on("state", "division", "acceptBy"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof ReportEvent event) {
            rows.advance(event.report().value(), change(event));
        }
    }

    static Bson change(ReportEvent event) {
        var state = ReportState.after(event)
                .map(reached -> set("state", reached.name()))
                .orElseGet(Updates::combine);
        return switch (event) {
            case Arrival arrival -> combine(state, arrived(arrival), way(arrival));
            case ReportAccepted _ -> combine(state, day("acceptedOn", event.on()));
            case ReportRefused refused ->
                combine(
                        state,
                        day("refusedOn", refused.on()),
                        set("refusal", refused.reason().name()),
                        sealed("refusalText", refused, refused.text()),
                        day("tellBy", refused.tellBy()));
            case RefusalTold _ -> combine(state, day("refusalToldOn", event.on()));
            case ReportWithdrawn _ -> combine(state, day("withdrawnOn", event.on()));
            case ResultTold told ->
                combine(
                        state,
                        day("resultOn", told.on()),
                        set("outcome", told.outcome().name()));
            case WithdrawalUnproven _ -> inc("wrongEndings", 1);
            case MarkedAsCrowded _ -> set("crowded", true);
            case PhotoAdded _ -> inc("photos", 1);
        };
    }

    private static Bson arrived(Arrival arrival) {
        return combine(
                set("division", arrival.division()),
                set("way", Way.of(arrival).name()),
                applicant(arrival, arrival.applicant()),
                set("reasons", arrival.need().reasons().names()),
                sealed("text", arrival, arrival.need().text()),
                day("on", arrival.on()),
                day("acceptBy", arrival.acceptBy()));
    }

    private static Bson applicant(Arrival arrival, Applicant applicant) {
        var told = combine(
                sealed("name", arrival, applicant.name().value()),
                sealed("phone", arrival, applicant.phone().value()),
                set("members", applicant.members()));
        var document = applicant.document();
        return document == null ? told : combine(told, sealed("document", arrival, document.value()));
    }

    private static Bson way(Arrival arrival) {
        return switch (arrival) {
            case SelfReportSubmitted _ -> combine();
            case DelegatedReportSubmitted delegated -> set("delegate", delegate(delegated));
            case PhoneReportRecorded phone ->
                sealed("caller", phone, phone.caller().value());
            case WindowReportRecorded window ->
                combine(
                        set("clerk", window.clerk()),
                        set("office", window.office().name()));
        };
    }

    private static Document delegate(DelegatedReportSubmitted report) {
        var delegate = report.delegate();
        var subject = report.report() + ":delegate";
        var told = new Document("name", SealedText.of(subject, delegate.name().value()))
                .append("phone", SealedText.of(subject, delegate.phone().value()));
        if (delegate.relation() != null) {
            told.append("relation", delegate.relation().name());
        }
        if (delegate.office() != null) {
            told.append("office", delegate.office().name());
        }
        return told;
    }

    private static Bson sealed(String field, ReportEvent event, String text) {
        return set(field, SealedText.of(event.report().value(), text));
    }

    private static Bson day(String field, LocalDate day) {
        return set(field, day.toString());
    }
}
