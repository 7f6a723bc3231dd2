package cn.shouwang.identity.grant;

import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.identity.grant.GrantCommand.ConfirmGrant;
import cn.shouwang.identity.grant.GrantCommand.ImportGrant;
import cn.shouwang.identity.grant.GrantCommand.ProposeGrant;
import cn.shouwang.identity.grant.GrantCommand.RefuseGrant;
import cn.shouwang.identity.grant.GrantCommand.RevokeGrant;
import cn.shouwang.identity.grant.GrantEvent.GrantConfirmed;
import cn.shouwang.identity.grant.GrantEvent.GrantImported;
import cn.shouwang.identity.grant.GrantEvent.GrantProposed;
import cn.shouwang.identity.grant.GrantEvent.GrantRefused;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.identity.grant.Grants.Given;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantTest {

    private static final ZoneId VILLAGE_TIME = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final GrantId ID = GrantId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final GrantId OTHER = GrantId.of("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01");
    private static final AccountName CLERK = AccountName.of("clerk");
    private static final AccountName PROPOSER = AccountName.of("security-admin");
    private static final Office TOWN = new Office(Role.TOWN_OFFICE, "440233101");
    private static final Term FOR_GOOD = new Term(TODAY, null);
    private static final String REASON = "新到岗";
    private static final Actor SECURITY = actor("security-admin", Role.SECURITY_ADMIN);
    private static final Actor AUDIT = actor("audit-admin", Role.AUDIT_ADMIN);
    private static final GrantProposed PROPOSED = proposed(FOR_GOOD);
    private static final GrantConfirmed CONFIRMED = new GrantConfirmed(ID, CLERK, TOWN, TODAY);
    private static final GrantRefused REFUSED = new GrantRefused(ID, CLERK, TOWN, REASON, TODAY);
    private static final GrantRevoked REVOKED = new GrantRevoked(ID, CLERK, TOWN, REASON, TODAY);

    private final Books books = new Books().with(CLERK, AccountState.OPEN);
    private final FixtureConfiguration<Grant> grant = new AggregateTestFixture<>(Grant.class)
            .registerInjectableResource(
                    Clock.fixed(TODAY.atStartOfDay(VILLAGE_TIME).toInstant(), VILLAGE_TIME))
            .registerInjectableResource(new GrantRules(books, books));

    private static Actor actor(String name, Role role) {
        return new Actor(name, role, "440233", Actor.Channel.WEB);
    }

    private static GrantProposed proposed(Term term) {
        return new GrantProposed(ID, CLERK, TOWN, term, null, PROPOSER, REASON, TODAY);
    }

    private static ProposeGrant propose(Office office, Term term) {
        return new ProposeGrant(ID, CLERK, office, term, REASON);
    }

    private static Given given(Role role, String division, LocalDate from, @Nullable LocalDate until) {
        return new Given(OTHER, CLERK, new Office(role, division), new Term(from, until), null);
    }

    @Test
    void the_security_administrator_proposes() {
        grant.givenNoPriorActivity()
                .when(propose(TOWN, FOR_GOOD), SECURITY.toMeta())
                .expectEvents(PROPOSED);
    }

    @Test
    void the_audit_administrator_confirms() {
        grant.given(PROPOSED).when(new ConfirmGrant(ID), AUDIT.toMeta()).expectEvents(CONFIRMED);
    }

    @Test
    void the_audit_administrator_refuses() {
        grant.given(PROPOSED).when(new RefuseGrant(ID, REASON), AUDIT.toMeta()).expectEvents(REFUSED);
    }

    @Test
    void what_is_in_force_or_proposed_is_taken_back_at_once() {
        grant.given(PROPOSED, CONFIRMED)
                .when(new RevokeGrant(ID, REASON), SECURITY.toMeta())
                .expectEvents(REVOKED);
        grant.given(PROPOSED)
                .when(new RevokeGrant(ID, REASON), SECURITY.toMeta())
                .expectEvents(REVOKED);
        grant.given(new GrantImported(ID, CLERK, TOWN, FOR_GOOD, TODAY))
                .when(new RevokeGrant(ID, REASON), SECURITY.toMeta())
                .expectEvents(REVOKED);
    }

    @Test
    void the_users_file_is_taken_over_in_force() {
        grant.givenNoPriorActivity()
                .when(new ImportGrant(ID, CLERK, TOWN), Actor.SYSTEM.toMeta())
                .expectEvents(new GrantImported(ID, CLERK, TOWN, FOR_GOOD, TODAY));
    }

    @Test
    void what_was_taken_over_is_not_taken_over_again() {
        grant.given(new GrantImported(ID, CLERK, TOWN, FOR_GOOD, TODAY), REVOKED)
                .when(new ImportGrant(ID, CLERK, TOWN), Actor.SYSTEM.toMeta())
                .expectNoEvents()
                .expectException(broken("grant.imported-already"));
    }

    @Test
    void what_ended_is_not_taken_back_again() {
        for (var end : new GrantEvent[] {REFUSED, REVOKED}) {
            grant.given(PROPOSED, end)
                    .when(new RevokeGrant(ID, REASON), SECURITY.toMeta())
                    .expectException(broken("grant.ended"));
        }
    }

    static Stream<GrantEvent> decisions() {
        return Stream.of(CONFIRMED, REFUSED, REVOKED);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void what_was_decided_is_not_decided_again(GrantEvent decision) {
        grant.given(PROPOSED, decision)
                .when(new ConfirmGrant(ID), AUDIT.toMeta())
                .expectException(broken("grant.not-proposed"));
        grant.given(PROPOSED, decision)
                .when(new RefuseGrant(ID, REASON), AUDIT.toMeta())
                .expectException(broken("grant.not-proposed"));
    }

    @Test
    void nobody_proposes_or_decides_for_their_own_account() {
        grant.givenNoPriorActivity()
                .when(
                        propose(TOWN, FOR_GOOD),
                        actor("clerk", Role.SECURITY_ADMIN).toMeta())
                .expectException(broken("grant.own-account"));
        var own = actor("clerk", Role.AUDIT_ADMIN);
        grant.given(PROPOSED).when(new ConfirmGrant(ID), own.toMeta()).expectException(broken("grant.own-account"));
        grant.given(PROPOSED)
                .when(new RefuseGrant(ID, REASON), own.toMeta())
                .expectException(broken("grant.own-account"));
    }

    @Test
    void who_proposed_does_not_decide() {
        var changed = actor("security-admin", Role.AUDIT_ADMIN);
        grant.given(PROPOSED)
                .when(new ConfirmGrant(ID), changed.toMeta())
                .expectException(broken("grant.own-proposal"));
    }

    @Test
    void an_account_that_is_not_there_or_closed_gets_nothing() {
        grant.givenNoPriorActivity()
                .when(new ProposeGrant(ID, AccountName.of("nobody"), TOWN, FOR_GOOD, REASON), SECURITY.toMeta())
                .expectException(broken("grant.account-unknown"));
        books.with(CLERK, AccountState.CLOSED);
        grant.givenNoPriorActivity()
                .when(propose(TOWN, FOR_GOOD), SECURITY.toMeta())
                .expectException(broken("grant.account-closed"));
        grant.given(PROPOSED)
                .when(new ConfirmGrant(ID), AUDIT.toMeta())
                .expectException(broken("grant.account-closed"));
    }

    @Test
    void an_incompatible_office_is_refused_at_proposing_and_again_at_confirming() {
        books.with(given(Role.VILLAGE_COMMITTEE, "440233102200", TODAY.minusYears(1), null));
        grant.givenNoPriorActivity()
                .when(propose(TOWN, FOR_GOOD), SECURITY.toMeta())
                .expectNoEvents()
                .expectException(broken("grant.incompatible"));
        grant.given(PROPOSED)
                .when(new ConfirmGrant(ID), AUDIT.toMeta())
                .expectNoEvents()
                .expectException(broken("grant.incompatible"));
    }

    @Test
    void an_incompatible_office_that_ends_the_day_before_is_no_obstacle() {
        books.with(given(Role.VILLAGE_COMMITTEE, "440233102200", TODAY.minusYears(1), TODAY.minusDays(1)));
        grant.givenNoPriorActivity()
                .when(propose(TOWN, FOR_GOOD), SECURITY.toMeta())
                .expectEvents(PROPOSED);
    }

    @Test
    void an_incompatible_office_that_begins_within_the_term_is_an_obstacle() {
        books.with(given(Role.VILLAGE_COMMITTEE, "440233102200", TODAY.plusDays(30), null));
        grant.givenNoPriorActivity()
                .when(propose(TOWN, new Term(TODAY, TODAY.plusDays(30))), SECURITY.toMeta())
                .expectException(broken("grant.incompatible"));
        grant.givenNoPriorActivity()
                .when(propose(TOWN, new Term(TODAY, TODAY.plusDays(29))), SECURITY.toMeta())
                .expectEvents(proposed(new Term(TODAY, TODAY.plusDays(29))));
    }

    @Test
    void the_same_office_is_not_given_twice_and_in_another_place_it_is() {
        books.with(given(Role.TOWN_OFFICE, "440233101", TODAY, null));
        grant.givenNoPriorActivity()
                .when(propose(TOWN, FOR_GOOD), SECURITY.toMeta())
                .expectException(broken("grant.held-already"));
        var elsewhere = new Office(Role.TOWN_OFFICE, "440233102");
        grant.givenNoPriorActivity()
                .when(propose(elsewhere, FOR_GOOD), SECURITY.toMeta())
                .expectEvents(new GrantProposed(ID, CLERK, elsewhere, FOR_GOOD, null, PROPOSER, REASON, TODAY));
    }

    @Test
    void a_role_is_given_at_its_level_only() {
        grant.givenNoPriorActivity()
                .when(propose(new Office(Role.TOWN_OFFICE, "440233101203"), FOR_GOOD), SECURITY.toMeta())
                .expectException(broken("grant.place-not-of-role"));
        grant.givenNoPriorActivity()
                .when(propose(new Office(Role.SYSTEM, "440233"), FOR_GOOD), SECURITY.toMeta())
                .expectException(broken("grant.place-not-of-role"));
        grant.givenNoPriorActivity()
                .when(new ImportGrant(ID, CLERK, new Office(Role.AUDITOR, "440233101")), Actor.SYSTEM.toMeta())
                .expectException(broken("grant.place-not-of-role"));
    }

    @Test
    void a_term_runs_forwards_and_does_not_begin_in_the_past() {
        grant.givenNoPriorActivity()
                .when(propose(TOWN, new Term(TODAY.plusDays(2), TODAY.plusDays(1))), SECURITY.toMeta())
                .expectException(broken("grant.term-backwards"));
        grant.givenNoPriorActivity()
                .when(propose(TOWN, new Term(TODAY.minusDays(1), null)), SECURITY.toMeta())
                .expectException(broken("grant.backdated"));
    }

    @Test
    void what_is_over_is_not_confirmed() {
        grant.given(proposed(new Term(TODAY.minusDays(9), TODAY.minusDays(1))))
                .when(new ConfirmGrant(ID), AUDIT.toMeta())
                .expectException(broken("grant.over"));
        grant.given(proposed(new Term(TODAY.minusDays(9), TODAY)))
                .when(new ConfirmGrant(ID), AUDIT.toMeta())
                .expectEvents(CONFIRMED);
    }

    @Test
    void another_county_reaches_nothing() {
        var elsewhere = new Actor("elsewhere", Role.SECURITY_ADMIN, "440232", Actor.Channel.WEB);
        grant.givenNoPriorActivity()
                .when(propose(TOWN, FOR_GOOD), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
        grant.given(PROPOSED).when(new ConfirmGrant(ID), elsewhere.toMeta()).expectException(OutOfDivision.class);
        grant.given(PROPOSED)
                .when(new RefuseGrant(ID, REASON), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
        grant.given(PROPOSED)
                .when(new RevokeGrant(ID, REASON), elsewhere.toMeta())
                .expectException(OutOfDivision.class);
    }
}
