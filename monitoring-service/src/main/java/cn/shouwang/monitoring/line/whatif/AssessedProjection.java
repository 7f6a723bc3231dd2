package cn.shouwang.monitoring.line.whatif;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdVisited;
import cn.shouwang.monitoring.identification.IdentificationEvent.IdentificationOpened;
import cn.shouwang.monitoring.income.Income;
import cn.shouwang.monitoring.line.Basis;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalEvent.ExitVisited;
import cn.shouwang.monitoring.removal.RemovalEvent.NaturalDecreaseRecorded;
import cn.shouwang.monitoring.removal.RemovalEvent.RemovalReverted;
import cn.shouwang.monitoring.removal.RemovalEvent.RiskRemoved;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `assessed`, one row per household with a case or a corrected base type: `{_id: household,
/// division, baseType, incomes: [{on, DISPOSABLE_INCOME, NET_INCOME}], monitored: [{on, as?}]}`,
/// incomes in fen per head under the name of their basis, days as ISO text, both lists in the order
/// in which they were recorded. `as` is the category from that day on, absent when monitoring
/// ended; `BACK` when it goes on as before.
@Component
class AssessedProjection implements Projection {

    static final String NAME = "assessed";
    static final String BACK = "BACK";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(IdentificationEvent.class, RemovalEvent.class, BaseTypeCorrected.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case IdentificationEvent event ->
                change(event).ifPresent(change -> rows.advance(event.household().toString(), change));
            case BaseTypeCorrected corrected ->
                rows.advance(
                        corrected.household().toString(),
                        combine(
                                set("division", corrected.division()),
                                set("baseType", corrected.baseType().name())));
            case RemovalEvent event ->
                change(event).ifPresent(change -> rows.advance(event.household().toString(), change));
            default -> {}
        }
    }

    static Optional<Bson> change(IdentificationEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case IdentificationOpened opened ->
                        combine(
                                set("division", opened.division()),
                                set("baseType", opened.baseType().name()));
                    case HouseholdVisited visited -> income(visited.visit().income(), visited.on());
                    case HouseholdDetermined determined -> {
                        var category = determined.decision().finding().category();
                        yield monitored(determined.on(), category.name());
                    }
                    default -> null;
                });
    }

    static Optional<Bson> change(RemovalEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case ExitVisited visited -> income(visited.visit().visit().income(), visited.on());
                    case RiskRemoved removed -> monitored(removed.on(), null);
                    case NaturalDecreaseRecorded closed -> monitored(closed.on(), null);
                    case RemovalReverted reverted -> monitored(reverted.on(), BACK);
                    default -> null;
                });
    }

    private static Bson income(Income income, LocalDate on) {
        var row = new Document("on", on.toString());
        for (var basis : Basis.values()) {
            row.append(basis.name(), income.perHeadFen(basis));
        }
        return push("incomes", row);
    }

    /// `as` is the name of a [Category], or [#BACK].
    private static Bson monitored(LocalDate on, @Nullable String as) {
        return push("monitored", new Document("on", on.toString()).append("as", as));
    }
}
