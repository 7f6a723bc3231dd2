package cn.shouwang.identity.grant;

import static cn.shouwang.platform.test.Rules.broken;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.account.AccountState;
import cn.shouwang.identity.grant.GrantCommand.ConfirmGrant;
import cn.shouwang.identity.grant.GrantCommand.ProposeStandIn;
import cn.shouwang.identity.grant.GrantEvent.GrantConfirmed;
import cn.shouwang.identity.grant.GrantEvent.GrantProposed;
import cn.shouwang.identity.grant.Grants.Given;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandInTest {

    private static final ZoneId VILLAGE_TIME = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final GrantId ID = GrantId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final GrantId HELD = GrantId.of("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01");
    private static final AccountName HOLDER = AccountName.of("party-secretary");
    private static final AccountName DEPUTY = AccountName.of("deputy");
    private static final Office OFFICE = new Office(Role.TOWN_PARTY_SECRETARY, "440233101");
    private static final Term SIXTY_DAYS = new Term(TODAY, TODAY.plusDays(59));
    private static final String REASON = "党校学习";
    private static final Actor HIMSELF =
            new Actor("party-secretary", Role.TOWN_PARTY_SECRETARY, "440233101", Actor.Channel.WEB);
    private static final Actor SECURITY = new Actor("security-admin", Role.SECURITY_ADMIN, "440233", Actor.Channel.WEB);
    private static final Actor AUDIT = new Actor("audit-admin", Role.AUDIT_ADMIN, "440233", Actor.Channel.WEB);

    private final Books books = new Books()
            .with(HOLDER, AccountState.OPEN)
            .with(DEPUTY, AccountState.OPEN)
            .with(held(TODAY.minusYears(1), null));
    private final FixtureConfiguration<Grant> grant = fixture(books);

    private static FixtureConfiguration<Grant> fixture(Books books) {
        return new AggregateTestFixture<>(Grant.class)
                .registerInjectableResource(
                        Clock.fixed(TODAY.atStartOfDay(VILLAGE_TIME).toInstant(), VILLAGE_TIME))
                .registerInjectableResource(new GrantRules(books, books));
    }

    private static Given held(LocalDate from, @Nullable LocalDate until) {
        return new Given(HELD, HOLDER, OFFICE, new Term(from, until), null);
    }

    private static ProposeStandIn standIn(AccountName account, Term term) {
        return new ProposeStandIn(ID, account, HOLDER, OFFICE, term, REASON);
    }

    private static GrantProposed proposed(Actor by) {
        return new GrantProposed(ID, DEPUTY, OFFICE, SIXTY_DAYS, HOLDER, AccountName.of(by.id()), REASON, TODAY);
    }

    @Test
    void the_holder_or_the_security_administrator_names_a_stand_in() {
        grant.givenNoPriorActivity()
                .when(standIn(DEPUTY, SIXTY_DAYS), HIMSELF.toMeta())
                .expectEvents(proposed(HIMSELF));
        grant.givenNoPriorActivity()
                .when(standIn(DEPUTY, SIXTY_DAYS), SECURITY.toMeta())
                .expectEvents(proposed(SECURITY));
    }

    @Test
    void nobody_else_does() {
        var colleague = new Actor("town", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB);
        grant.givenNoPriorActivity()
                .when(standIn(DEPUTY, SIXTY_DAYS), colleague.toMeta())
                .expectNoEvents()
                .expectException(broken("grant.not-the-holder"));
    }

    @Test
    void the_audit_administrator_confirms_while_the_office_is_held() {
        grant.given(proposed(HIMSELF))
                .when(new ConfirmGrant(ID), AUDIT.toMeta())
                .expectEvents(new GrantConfirmed(ID, DEPUTY, OFFICE, TODAY));
        fixture(new Books().with(DEPUTY, AccountState.OPEN))
                .given(proposed(HIMSELF))
                .when(new ConfirmGrant(ID), AUDIT.toMeta())
                .expectException(broken("grant.not-held"));
    }

    @Test
    void a_stand_in_has_an_end_within_sixty_days() {
        for (var term : new Term[] {new Term(TODAY, null), new Term(TODAY, TODAY.plusDays(60))}) {
            grant.givenNoPriorActivity()
                    .when(standIn(DEPUTY, term), HIMSELF.toMeta())
                    .expectException(broken("grant.stand-in-too-long"));
        }
    }

    @Test
    void nobody_stands_in_for_themselves() {
        grant.givenNoPriorActivity()
                .when(standIn(HOLDER, SIXTY_DAYS), SECURITY.toMeta())
                .expectException(broken("grant.stands-in-for-itself"));
        grant.givenNoPriorActivity()
                .when(standIn(HOLDER, SIXTY_DAYS), HIMSELF.toMeta())
                .expectException(broken("grant.own-account"));
    }

    @Test
    void the_office_is_held_all_the_time() {
        fixture(new Books().with(DEPUTY, AccountState.OPEN).with(held(TODAY.minusYears(1), TODAY.plusDays(58))))
                .givenNoPriorActivity()
                .when(standIn(DEPUTY, SIXTY_DAYS), SECURITY.toMeta())
                .expectException(broken("grant.not-held"));
    }

    @Test
    void a_stand_in_has_no_stand_in() {
        var borrowed = new Given(HELD, HOLDER, OFFICE, SIXTY_DAYS, AccountName.of("another"));
        fixture(new Books().with(DEPUTY, AccountState.OPEN).with(borrowed))
                .givenNoPriorActivity()
                .when(standIn(DEPUTY, SIXTY_DAYS), SECURITY.toMeta())
                .expectException(broken("grant.not-held"));
    }

    @Test
    void who_holds_an_incompatible_office_does_not_stand_in() {
        books.with(new Given(
                HELD, DEPUTY, new Office(Role.TOWN_OFFICE, "440233101"), new Term(TODAY.minusYears(1), null), null));
        grant.givenNoPriorActivity()
                .when(standIn(DEPUTY, SIXTY_DAYS), SECURITY.toMeta())
                .expectException(broken("grant.incompatible"));
    }

    @Test
    void a_stand_in_is_in_force_on_its_days_while_the_office_is_held() {
        var standIn = new Given(ID, DEPUTY, OFFICE, SIXTY_DAYS, HOLDER);
        books.with(standIn);
        assertThat(books.inForce(DEPUTY, TODAY)).containsExactly(standIn);
        assertThat(books.inForce(DEPUTY, TODAY.plusDays(59))).containsExactly(standIn);
        assertThat(books.inForce(DEPUTY, TODAY.minusDays(1))).isEmpty();
        assertThat(books.inForce(DEPUTY, TODAY.plusDays(60))).isEmpty();
        assertThat(new Books().with(standIn).inForce(DEPUTY, TODAY)).isEmpty();
    }
}
