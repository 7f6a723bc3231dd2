package cn.shouwang.monitoring.household;

import static cn.shouwang.monitoring.identification.Case.ANNOUNCED;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.LINE;
import static cn.shouwang.monitoring.identification.Case.LINE_FEN;
import static cn.shouwang.monitoring.identification.Case.MARGINAL;
import static cn.shouwang.monitoring.identification.Case.OPENED;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.REVIEWED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.VISITED;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.household.HouseholdCommand.CorrectBaseType;
import cn.shouwang.monitoring.household.HouseholdCommand.DisputeBaseType;
import cn.shouwang.monitoring.household.HouseholdCommand.UpholdBaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.identification.Decision;
import cn.shouwang.monitoring.identification.Finding;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.IdentificationEvent.HouseholdDetermined;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BaseTypeTest {

    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final Actor OTHER_TOWN = new Actor("zhen02", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
    private static final Actor COUNTY = new Actor("xian01", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);

    private static final HouseholdRegistered REGISTERED =
            new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, november(1));
    private static final MemberAdded WITH_HEAD =
            new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1));
    private static final BaseTypeDisputed DISPUTED =
            new BaseTypeDisputed(HOUSEHOLD, VILLAGE, BaseType.LIFTED, "建档时录错", "2020年脱贫户名册第3页", november(2));
    private static final BaseTypeCorrected CORRECTED =
            new BaseTypeCorrected(HOUSEHOLD, VILLAGE, BaseType.LIFTED, november(20), november(2));
    private static final DisputeBaseType DISPUTE =
            new DisputeBaseType(HOUSEHOLD, BaseType.LIFTED, "建档时录错", "2020年脱贫户名册第3页", november(2));
    private static final CorrectBaseType CORRECT = new CorrectBaseType(HOUSEHOLD, november(20));

    private final List<IdentificationEvent> history = new ArrayList<>();
    private boolean over;

    private final FixtureConfiguration<Household> household = new AggregateTestFixture<>(Household.class)
            .registerInjectableResource(new Identifications(_ -> history.stream(), (_, _) -> over))
            .registerInjectableResource(
                    Clock.fixed(november(28).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void a_base_type_is_disputed_with_its_evidence_and_corrected_by_another_account() {
        registered().when(DISPUTE, TOWN.toMeta()).expectEvents(DISPUTED);
        disputed().when(CORRECT, COUNTY.toMeta()).expectEvents(CORRECTED);
    }

    @Test
    void who_disputed_does_not_confirm() {
        registered().when(CORRECT, COUNTY.toMeta()).expectException(broken("household.base-type-undisputed"));
        disputedBy(COUNTY).when(CORRECT, COUNTY.toMeta()).expectException(broken("household.base-type-own-dispute"));
        disputedBy(COUNTY)
                .when(new UpholdBaseType(HOUSEHOLD, "名册有误", november(20)), COUNTY.toMeta())
                .expectEvents(new BaseTypeUpheld(HOUSEHOLD, VILLAGE, "名册有误", november(20)));
    }

    @Test
    void what_changes_nothing_is_refused_also_after_a_correction() {
        registered()
                .when(typed(BaseType.ORDINARY, november(2)), TOWN.toMeta())
                .expectException(broken("household.base-type-same"));
        given(DISPUTED, CORRECTED).when(DISPUTE, TOWN.toMeta()).expectException(broken("household.base-type-same"));
        given(DISPUTED, CORRECTED)
                .when(typed(BaseType.ORDINARY, november(2)), TOWN.toMeta())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void one_dispute_is_laid_down_before_the_next() {
        disputed().when(DISPUTE, TOWN.toMeta()).expectException(broken("household.base-type-disputed"));
        var upheld = new BaseTypeUpheld(HOUSEHOLD, VILLAGE, "名册有误", november(3));
        given(DISPUTED, upheld)
                .when(CORRECT, COUNTY.toMeta())
                .expectException(broken("household.base-type-undisputed"));
        given(DISPUTED, upheld)
                .when(new UpholdBaseType(HOUSEHOLD, "无", november(3)), TOWN.toMeta())
                .expectException(broken("household.base-type-undisputed"));
        given(DISPUTED, upheld).when(DISPUTE, TOWN.toMeta()).expectEvents(DISPUTED);
    }

    @Test
    void a_household_in_which_nobody_is_left_keeps_its_type() {
        var gone = new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, DecreaseReason.DEATH, november(2));
        given(gone).when(DISPUTE, TOWN.toMeta()).expectException(broken("household.closed"));
        given(DISPUTED, gone).when(CORRECT, COUNTY.toMeta()).expectException(broken("household.closed"));
    }

    @Test
    void M1_while_a_case_is_undecided_the_type_stays() {
        for (var last : List.of(OPENED, VISITED, REVIEWED)) {
            history.clear();
            history.addAll(until(last));
            registered().when(DISPUTE, TOWN.toMeta()).expectException(broken("household.base-type-in-case"));
            disputed().when(CORRECT, COUNTY.toMeta()).expectException(broken("household.base-type-in-case"));
        }
        history.addAll(List.of(REJECTED));
        registered().when(DISPUTE, TOWN.toMeta()).expectEvents(DISPUTED);
        disputed().when(CORRECT, COUNTY.toMeta()).expectEvents(CORRECTED);
    }

    @Test
    void M1_while_it_is_monitored_in_a_category_of_its_type_the_type_stays() {
        history.addAll(until(ANNOUNCED));
        registered().when(DISPUTE, TOWN.toMeta()).expectException(broken("household.base-type-of-category"));
        disputed().when(CORRECT, COUNTY.toMeta()).expectException(broken("household.base-type-of-category"));
        over = true;
        disputed().when(CORRECT, COUNTY.toMeta()).expectEvents(CORRECTED);
    }

    @Test
    void M1_sudden_hardship_suits_both_types() {
        var sudden = new Finding(Category.SUDDEN_HARDSHIP, MARGINAL.risks());
        history.addAll(until(REVIEWED));
        history.add(new HouseholdDetermined(
                HOUSEHOLD,
                VILLAGE,
                1,
                null,
                new Decision("新乡振〔2025〕12号", sudden, LINE, LINE_FEN, null, "xian01", null),
                DETERMINED.seen(),
                0,
                november(12)));
        disputed().when(CORRECT, COUNTY.toMeta()).expectEvents(CORRECTED);
    }

    @Test
    void days_lie_between_registration_and_today() {
        registered()
                .when(typed(BaseType.LIFTED, november(1).minusDays(1)), TOWN.toMeta())
                .expectException(broken("household.date-before"));
        registered()
                .when(typed(BaseType.LIFTED, november(29)), TOWN.toMeta())
                .expectException(broken("household.date-ahead"));
        disputed()
                .when(new CorrectBaseType(HOUSEHOLD, november(29)), COUNTY.toMeta())
                .expectException(broken("household.date-ahead"));
    }

    @Test
    void another_town_is_out_of_reach() {
        registered().when(DISPUTE, OTHER_TOWN.toMeta()).expectException(OutOfDivision.class);
    }

    @Test
    void every_decision_sees_the_corrected_type() {
        var events = List.<HouseholdEvent>of(REGISTERED, WITH_HEAD, DISPUTED, CORRECTED);
        var register = new Register(_ -> events.stream(), _ -> Set.of());
        assertThat(register.of(HOUSEHOLD).baseType()).isEqualTo(BaseType.LIFTED);
        assertThat(register.dossier(HOUSEHOLD))
                .hasValueSatisfying(dossier -> assertThat(dossier.baseType()).isEqualTo(BaseType.LIFTED));
        var before = new Register(_ -> events.subList(0, 3).stream(), _ -> Set.of());
        assertThat(before.of(HOUSEHOLD).baseType()).isEqualTo(BaseType.ORDINARY);
        assertThat(before.dossier(HOUSEHOLD))
                .hasValueSatisfying(dossier -> assertThat(dossier.baseType()).isEqualTo(BaseType.ORDINARY));
    }

    private static DisputeBaseType typed(BaseType type, LocalDate on) {
        return new DisputeBaseType(HOUSEHOLD, type, "建档时录错", "名册", on);
    }

    private TestExecutor<Household> registered() {
        return household.given(REGISTERED, WITH_HEAD);
    }

    private TestExecutor<Household> disputed() {
        return given(DISPUTED);
    }

    private TestExecutor<Household> disputedBy(Actor actor) {
        return household.given(REGISTERED, WITH_HEAD, new GenericEventMessage<>(DISPUTED, actor.toMeta()));
    }

    private TestExecutor<Household> given(HouseholdEvent... more) {
        var history = new ArrayList<Object>(List.of(REGISTERED, WITH_HEAD));
        history.addAll(List.of(more));
        return household.given(history);
    }
}
