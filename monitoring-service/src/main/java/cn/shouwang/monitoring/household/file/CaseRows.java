package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealDismissed;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealFiled;
import cn.shouwang.monitoring.appeal.AppealEvent.AppealGranted;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.AppraisalHeld;
import cn.shouwang.monitoring.identification.IdentificationEvent.AuthorizationSigned;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationRejected;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionDismissed;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionRaised;
import cn.shouwang.monitoring.identification.IdentificationEvent.ObjectionUpheld;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityEnded;
import cn.shouwang.monitoring.identification.IdentificationEvent.PublicityStarted;
import cn.shouwang.monitoring.identification.IdentificationEvent.ResultAnnounced;
import cn.shouwang.monitoring.identification.IdentificationEvent.ReturnedByTown;
import cn.shouwang.monitoring.identification.IdentificationEvent.TownReviewPassed;
import cn.shouwang.monitoring.identification.IdentificationEvent.VisitAssigned;
import cn.shouwang.monitoring.identification.Visit;
import cn.shouwang.monitoring.income.Income;
import cn.shouwang.monitoring.income.Standing;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.inquiry.InquiryEvent.AuthorizationWithdrawn;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonRequested;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonReturned;
import cn.shouwang.monitoring.inquiry.InquiryEvent.ComparisonSpared;
import cn.shouwang.monitoring.inquiry.InquiryEvent.HitsWeighed;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.marking.MarkingEvent.HouseholdMarked;
import cn.shouwang.monitoring.marking.MarkingEvent.NumberCorrected;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.sealing.SealedText;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/// One case of a household in its file: `{cycle, lastStep, lastOn, openedOn, visitBy?, decideBy,
/// clue?, visit?, authorizedOn?, appraisal?, publicity?, objections?, townReview?, decision?,
/// authorizationWithdrawnOn?, comparison?, rejection?, appeal?, announcedOn?, marking?}`.
///
/// Each part holds the last word: a second visit or notice takes the place of the first, which the
/// timeline keeps. `lastStep` is the stored name of the event.
final class CaseRows {

    private CaseRows() {}

    static Bson change(IdentificationEvent event) {
        var at = "cycles." + event.cycle() + ".";
        return combine(
                set(at + "cycle", event.cycle()),
                set(
                        at + "lastStep",
                        Objects.requireNonNull(event.getClass().getAnnotation(Stored.class))
                                .value()),
                set(at + "lastOn", event.on().toString()),
                part(at, event));
    }

    /// The number under which the household stands in the national system, sealed as the words of
    /// the case.
    static Bson change(MarkingEvent event) {
        var number =
                switch (event) {
                    case HouseholdMarked marked -> marked.number();
                    case NumberCorrected corrected -> corrected.number();
                };
        return set(
                "cycles." + event.cycle() + ".marking",
                new Document("number", SealedText.of(event.household() + ":" + event.cycle(), number))
                        .append("on", text(event.on())));
    }

    /// The appeal against its rejection and the answer, words sealed as those of the case:
    /// `{filedOn, answerBy, text, granted?, answeredOn?, explanation?}`.
    static Bson change(AppealEvent event) {
        var at = "cycles." + event.cycle() + ".appeal.";
        return switch (event) {
            case AppealFiled filed ->
                combine(
                        set(at + "filedOn", text(filed.on())),
                        set(at + "answerBy", text(filed.answerBy())),
                        set(at + "text", words(filed, filed.text())));
            case AppealDismissed dismissed -> answered(at, dismissed, false, dismissed.explanation());
            case AppealGranted granted -> answered(at, granted, true, granted.explanation());
        };
    }

    private static Bson answered(String at, AppealEvent event, boolean granted, String explanation) {
        return combine(
                set(at + "granted", granted),
                set(at + "answeredOn", text(event.on())),
                set(at + "explanation", words(event, explanation)));
    }

    private static SealedText words(AppealEvent event, String words) {
        return SealedText.of(event.household() + ":" + event.cycle(), words);
    }

    /// What the departments were asked and answered: `{ground?, datasets?, askedOn?, until?, hits?: [{dataset,
    /// effect}], returnedOn?, weighing?, weighedOn?}`, or `{paper, sparedOn}`. A second inquiry takes the
    /// place of the first.
    static Bson change(InquiryEvent event) {
        var at = "cycles." + event.cycle() + ".comparison";
        var whose = event.household() + ":" + event.cycle();
        return switch (event) {
            case ComparisonRequested asked ->
                set(
                        at,
                        new Document("ground", asked.basis().text())
                                .append(
                                        "datasets",
                                        asked.datasets().stream()
                                                .map(Enum::name)
                                                .toList())
                                .append("askedOn", text(asked.on()))
                                .append("until", text(asked.until())));
            case ComparisonSpared spared ->
                set(
                        at,
                        new Document("paper", SealedText.of(whose, spared.paper()))
                                .append("sparedOn", text(spared.on())));
            case ComparisonReturned returned ->
                combine(
                        set(
                                at + ".hits",
                                returned.hits().stream()
                                        .map(hit -> new Document(
                                                        "dataset", hit.dataset().name())
                                                .append("effect", hit.effect().name()))
                                        .toList()),
                        set(at + ".returnedOn", text(returned.on())));
            case AuthorizationWithdrawn taken ->
                set("cycles." + taken.cycle() + ".authorizationWithdrawnOn", text(taken.on()));
            case HitsWeighed weighed ->
                combine(
                        set(at + ".weighing", SealedText.of(whose, weighed.ground())),
                        set(at + ".weighedOn", text(weighed.on())));
        };
    }

    private static Bson part(String at, IdentificationEvent event) {
        return switch (event) {
            case IdentificationOpened opened -> opened(at, opened);
            case VisitAssigned assigned -> set(at + "visitBy", text(assigned.visitBy()));
            case HouseholdVisited visited -> set(at + "visit", visit(visited.visit(), visited.on()));
            case AuthorizationSigned signed -> set(at + "authorizedOn", text(signed.on()));
            case AppraisalHeld held -> set(at + "appraisal", appraisal(held));
            case PublicityStarted started ->
                set(
                        at + "publicity",
                        new Document("place", started.place())
                                .append("from", text(started.on()))
                                .append("until", text(started.until())));
            case ObjectionRaised raised ->
                combine(
                        set(objection(at, raised.objection(), "number"), raised.objection()),
                        set(objection(at, raised.objection(), "by"), raised.by().name()),
                        set(objection(at, raised.objection(), "raisedOn"), text(raised.on())));
            case ObjectionUpheld upheld -> resolved(at, upheld.objection(), true, upheld.on());
            case ObjectionDismissed dismissed -> resolved(at, dismissed.objection(), false, dismissed.on());
            case PublicityEnded ended -> set(at + "publicity.endedOn", text(ended.on()));
            case TownReviewPassed passed ->
                set(at + "townReview", townReview(true, passed.on()).append("sampled", passed.sampled()));
            case ReturnedByTown returned -> set(at + "townReview", townReview(false, returned.on()));
            case HouseholdDetermined determined -> set(at + "decision", decision(determined));
            case IdentificationRejected rejected ->
                set(
                        at + "rejection",
                        new Document("reason", rejected.reason().name())
                                .append("on", text(rejected.on()))
                                .append("tellBy", text(rejected.tellBy())));
            case ResultAnnounced announced -> set(at + "announcedOn", text(announced.on()));
        };
    }

    private static Bson opened(String at, IdentificationOpened opened) {
        return combine(
                set(at + "openedOn", text(opened.on())),
                set(at + "decideBy", text(opened.decideBy())),
                set(at + "clue", opened.clue() == null ? null : opened.clue().toString()));
    }

    static Document visit(Visit visit, LocalDate on) {
        var income = visit.income();
        return new Document("on", text(on))
                .append("visitors", visit.visitors().size())
                .append("collector", visit.collector())
                .append("housingProblem", visit.guarantees().housingProblem())
                .append("childOutOfSchool", visit.guarantees().childOutOfSchool())
                .append("waterProblem", visit.guarantees().waterProblem())
                .append("memberUninsured", visit.guarantees().memberUninsured())
                .append("incomeFrom", text(income.from()))
                .append("incomeTo", text(income.to()))
                .append("members", income.members())
                .append("disposableFen", income.disposableFen())
                .append("perHeadFen", income.perHeadFen())
                .append("blocksFen", blocks(income))
                .append("selfPaidFen", visit.selfPaidFen());
    }

    /// What counts, by block; a block without a figure that counts is absent.
    private static Document blocks(Income income) {
        var blocks = new Document();
        income.items().stream()
                .filter(item -> item.standing() == Standing.COUNTED)
                .forEach(item ->
                        blocks.merge(item.block().name(), item.amountFen(), (sum, fen) -> (Long) sum + (Long) fen));
        return blocks;
    }

    private static Document appraisal(AppraisalHeld held) {
        var appraisal = held.appraisal();
        var proposal = appraisal.proposal();
        return new Document("on", text(held.on()))
                .append("attendance", appraisal.attendance())
                .append("inFavour", appraisal.votes().inFavour())
                .append("against", appraisal.votes().against())
                .append("abstained", appraisal.votes().abstained())
                .append(
                        "category",
                        proposal == null ? null : proposal.category().name())
                .append("minutes", SealedText.of(held.household() + ":" + held.cycle(), appraisal.minutes()));
    }

    private static Document decision(HouseholdDetermined determined) {
        var decision = determined.decision();
        return new Document("on", text(determined.on()))
                .append("number", decision.number())
                .append("category", decision.finding().category().name())
                .append("risks", decision.finding().risks().names())
                .append("lineVersion", decision.line().version())
                .append("lineFen", decision.line().amountFen())
                .append("incomePerHeadFen", decision.incomePerHeadFen())
                .append("lateByDays", determined.lateByDays());
    }

    private static Document townReview(boolean passed, LocalDate on) {
        return new Document("passed", passed).append("on", text(on));
    }

    private static Bson resolved(String at, int number, boolean upheld, LocalDate on) {
        return combine(set(objection(at, number, "upheld"), upheld), set(objection(at, number, "toldOn"), text(on)));
    }

    private static String objection(String at, int number, String field) {
        return at + "objections." + number + "." + field;
    }

    private static String text(LocalDate day) {
        return day.toString();
    }
}
