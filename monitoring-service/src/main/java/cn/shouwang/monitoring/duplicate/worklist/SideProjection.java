package cn.shouwang.monitoring.duplicate.worklist;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.clue.ClueEvent;
import cn.shouwang.monitoring.clue.ClueEvent.ClueAssigned;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueEscalated;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.DuplicateMerged;
import cn.shouwang.monitoring.duplicate.DuplicateEvent.MergeUndone;
import cn.shouwang.monitoring.duplicate.Sides.Standing;
import cn.shouwang.monitoring.duplicate.Traits;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.report.ReportEvent.Arrival;
import cn.shouwang.monitoring.report.ReportEvent.MarkedAsCrowded;
import cn.shouwang.monitoring.report.ReportEvent.PhotoAdded;
import cn.shouwang.monitoring.report.ReportEvent.RefusalTold;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportRefused;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.ResultTold;
import cn.shouwang.monitoring.report.ReportEvent.WithdrawalUnproven;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `sides`, one row per member, per report's applicant and per clue's subject: `{_id: number of
/// the member, report or clue, kind, division, household?, enteredBy, name?, document?, bornIn?, head,
/// standing, followed, mergedInto: [number]}`.
///
/// Name, document and year of birth are sealed; `standing` is a name of [Standing]. `mergedInto` is there
/// from the first, so that a merge and its undoing leave the row as it was.
@Component
class SideProjection implements Projection {

    static final String NAME = "sides";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(HouseholdEvent.class, ReportEvent.class, ClueEvent.class, DuplicateEvent.class);
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        Traits.of(recorded.event())
                .ifPresent(traits -> rows.advance(
                        traits.side().id().value(),
                        combine(entered(traits), set("enteredBy", recorded.meta(Meta.ACTOR)))));
        switch (recorded.event()) {
            case HouseholdEvent event -> on(event, rows);
            case ReportEvent event -> rows.advance(event.report().value(), change(event));
            case ClueEvent event -> on(event, rows);
            case DuplicateMerged merged ->
                rows.advance(
                        merged.merged().value(),
                        addToSet("mergedInto", merged.kept().value()));
            case MergeUndone undone ->
                rows.advance(
                        undone.merged().value(),
                        pull("mergedInto", undone.kept().value()));
            default -> {}
        }
    }

    private static Bson entered(Traits traits) {
        var side = traits.side();
        return combine(
                set("kind", side.kind().name()),
                set("division", side.village()),
                side.household() == null
                        ? combine()
                        : set("household", side.household().toString()),
                sealed(
                        traits,
                        "name",
                        traits.name() == null ? null : traits.name().value()),
                sealed(
                        traits,
                        "document",
                        traits.document() == null ? null : traits.document().value()),
                sealed(
                        traits,
                        "bornIn",
                        traits.born() == null
                                ? null
                                : Integer.toString(traits.born().getYear())));
    }

    private static Bson sealed(Traits traits, String field, @Nullable String text) {
        return text == null
                ? unset(field)
                : set(field, SealedText.of(traits.side().id().value(), text));
    }

    private static void on(HouseholdEvent event, Rows rows) {
        switch (event) {
            case HouseholdRegistered _,
                    MemberDescribed _,
                    HouseholdDescribed _,
                    BaseTypeDisputed _,
                    BaseTypeCorrected _,
                    BaseTypeUpheld _ -> {}
            case MemberAdded added ->
                rows.advance(
                        added.member().toString(),
                        combine(
                                begun(Standing.ACTIVE),
                                set("head", added.person().relation() == Relation.HEAD)));
            case MemberCorrected corrected ->
                rows.advance(
                        corrected.member().toString(),
                        set("head", corrected.person().relation() == Relation.HEAD));
            case MemberDecreased decreased ->
                rows.advance(
                        decreased.member().toString(),
                        standing(decreased.reason() == DecreaseReason.DEATH ? Standing.DECEASED : Standing.GONE));
            case HeadNamed named -> rows.advance(named.member().toString(), set("head", true));
        }
    }

    private static Bson change(ReportEvent event) {
        return switch (event) {
            case Arrival _ -> combine(begun(Standing.UNANSWERED), set("head", false));
            case ReportRefused _, ReportWithdrawn _, ResultTold _ -> standing(Standing.ENDED);
            case ReportAccepted _, RefusalTold _, WithdrawalUnproven _, MarkedAsCrowded _, PhotoAdded _ -> combine();
        };
    }

    private static void on(ClueEvent event, Rows rows) {
        switch (event) {
            case ClueRegistered registered ->
                rows.advance(
                        side(registered.clue(), registered.report()),
                        registered.report() == null
                                ? combine(begun(Standing.ACTIVE), set("followed", true), set("head", false))
                                : combine(standing(Standing.ACTIVE), set("followed", true)));
            case ClueClosed closed -> rows.advance(side(closed.clue(), closed.report()), standing(Standing.ENDED));
            case ClueAssigned _, ClueEscalated _ -> {}
        }
    }

    /// The clue of a report is the report's side.
    private static String side(ClueId clue, @Nullable ReportId report) {
        return report == null ? clue.toString() : report.value();
    }

    private static Bson begun(Standing standing) {
        return combine(standing(standing), set("mergedInto", List.of()));
    }

    private static Bson standing(Standing standing) {
        return set("standing", standing.name());
    }
}
