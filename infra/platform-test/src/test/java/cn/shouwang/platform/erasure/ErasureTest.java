package cn.shouwang.platform.erasure;

import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.platform.erasure.ErasureCommand.ApproveErasure;
import cn.shouwang.platform.erasure.ErasureCommand.ProposeErasure;
import cn.shouwang.platform.erasure.ErasureCommand.RecordErasure;
import cn.shouwang.platform.erasure.ErasureCommand.RefuseErasure;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureCarriedOut;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureProposed;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureRefused;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasureTest {

    private static final ErasureId ID = ErasureId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final String PLACE = "440233101203";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 2);
    private static final List<String> SUBJECTS = List.of("a", "b");
    private static final Actor OFFICER = new Actor("officer", Role.COUNTY_OFFICER, "440233", Actor.Channel.WEB);
    private static final Actor LEADER = new Actor("leader", Role.COUNTY_LEADER, "440233", Actor.Channel.WEB);

    private static final ErasureProposed PROPOSED =
            new ErasureProposed(ID, PLACE, "about", SUBJECTS, Ground.UNLAWFUL, "误录", "officer", TODAY);
    private static final ErasureApproved APPROVED = new ErasureApproved(ID, PLACE, "about", SUBJECTS, TODAY);
    private static final ErasureRefused REFUSED = new ErasureRefused(ID, PLACE, "仍需保存", TODAY);
    private static final ErasureCarriedOut CARRIED_OUT = new ErasureCarriedOut(ID, PLACE, TODAY);

    private final FixtureConfiguration<Erasure> erasure = new AggregateTestFixture<>(Erasure.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC));

    private TestExecutor<Erasure> proposed() {
        return erasure.given(PROPOSED);
    }

    private static ProposeErasure propose(List<String> subjects, String reason) {
        return new ProposeErasure(ID, PLACE, "about", subjects, Ground.UNLAWFUL, reason);
    }

    @Test
    void an_officer_proposes_whom_to_forget() {
        erasure.givenNoPriorActivity()
                .when(propose(List.of("b", "a", "b"), "误录"), OFFICER.toMeta())
                .expectEvents(PROPOSED);
    }

    @Test
    void nobody_is_forgotten_without_a_reason_or_without_being_named() {
        erasure.givenNoPriorActivity()
                .when(propose(SUBJECTS, " "), OFFICER.toMeta())
                .expectException(broken("erasure.reason-missing"));
        erasure.givenNoPriorActivity()
                .when(propose(List.of(), "误录"), OFFICER.toMeta())
                .expectException(broken("erasure.no-subject"));
        erasure.givenNoPriorActivity()
                .when(propose(Collections.nCopies(501, "a"), "误录"), OFFICER.toMeta())
                .expectException(broken("erasure.no-subject"));
    }

    @Test
    void an_officer_of_another_county_proposes_nothing_here() {
        var stranger = new Actor("officer", Role.COUNTY_OFFICER, "440222", Actor.Channel.WEB);
        erasure.givenNoPriorActivity()
                .when(propose(SUBJECTS, "误录"), stranger.toMeta())
                .expectException(OutOfDivision.class);
        proposed().when(new ApproveErasure(ID), stranger.toMeta()).expectException(OutOfDivision.class);
    }

    @Test
    void a_second_person_approves() {
        proposed().when(new ApproveErasure(ID), LEADER.toMeta()).expectEvents(APPROVED);
    }

    @Test
    void a_second_person_refuses_and_says_why() {
        proposed().when(new RefuseErasure(ID, "仍需保存"), LEADER.toMeta()).expectEvents(REFUSED);
        proposed().when(new RefuseErasure(ID, ""), LEADER.toMeta()).expectException(broken("erasure.reason-missing"));
    }

    @Test
    void who_proposed_does_not_decide_in_whatever_office() {
        var sameAccount = new Actor("officer", Role.COUNTY_LEADER, "440233", Actor.Channel.WEB);
        proposed().when(new ApproveErasure(ID), sameAccount.toMeta()).expectException(broken("erasure.second-person"));
        proposed()
                .when(new RefuseErasure(ID, "x"), sameAccount.toMeta())
                .expectException(broken("erasure.second-person"));
    }

    @Test
    void a_proposal_is_decided_once() {
        for (var decided : List.of(APPROVED, REFUSED)) {
            erasure.given(PROPOSED, decided)
                    .when(new ApproveErasure(ID), LEADER.toMeta())
                    .expectException(broken("erasure.decided"));
            erasure.given(PROPOSED, decided)
                    .when(new RefuseErasure(ID, "x"), LEADER.toMeta())
                    .expectException(broken("erasure.decided"));
        }
    }

    @Test
    void what_was_approved_is_carried_out_once_and_nothing_else_is() {
        erasure.given(PROPOSED, APPROVED)
                .when(new RecordErasure(ID), Actor.SYSTEM.toMeta())
                .expectEvents(CARRIED_OUT);
        for (var history :
                List.of(List.of(PROPOSED), List.of(PROPOSED, REFUSED), List.of(PROPOSED, APPROVED, CARRIED_OUT))) {
            erasure.given(history)
                    .when(new RecordErasure(ID), Actor.SYSTEM.toMeta())
                    .expectException(broken("erasure.not-approved"));
        }
    }
}
