package cn.shouwang.identity.grant.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantEvent.GrantConfirmed;
import cn.shouwang.identity.grant.GrantEvent.GrantImported;
import cn.shouwang.identity.grant.GrantEvent.GrantProposed;
import cn.shouwang.identity.grant.GrantEvent.GrantRefused;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.identity.grant.GrantId;
import cn.shouwang.identity.grant.Office;
import cn.shouwang.identity.grant.Term;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class GrantsProjectionTest {

    private static final GrantId GRANT = GrantId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final GrantId FIRST = GrantId.of("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01");
    private static final AccountName DEPUTY = AccountName.of("deputy");
    private static final Office OFFICE = new Office(Role.TOWN_PARTY_SECRETARY, "440233101");
    private static final LocalDate ON = LocalDate.of(2026, 3, 2);
    private static final GrantProposed PROPOSED = new GrantProposed(
            GRANT,
            DEPUTY,
            OFFICE,
            new Term(ON.plusDays(1), ON.plusDays(30)),
            AccountName.of("secretary"),
            AccountName.of("security-admin"),
            "党校学习",
            ON);

    @Test
    void a_grant_is_a_row_from_its_proposal_to_its_end() {
        var views = new TestViews(new GrantsProjection())
                .given(
                        PROPOSED,
                        new GrantConfirmed(GRANT, DEPUTY, OFFICE, ON.plusDays(2)),
                        new GrantRevoked(GRANT, DEPUTY, OFFICE, "提前返岗", ON.plusDays(9)))
                .again()
                .rebuilt();
        assertThat(views.row(GRANT))
                .isEqualTo(new Document("_id", GRANT.toString())
                        .append("division", "440233101")
                        .append("account", "deputy")
                        .append("role", "TOWN_PARTY_SECRETARY")
                        .append("from", "2026-03-03")
                        .append("until", "2026-04-01")
                        .append("state", "REVOKED")
                        .append("proposedOn", "2026-03-02")
                        .append("proposer", "security-admin")
                        .append("reason", "党校学习")
                        .append("standingInFor", "secretary")
                        .append("confirmedOn", "2026-03-04")
                        .append("revokedOn", "2026-03-11"));
    }

    @Test
    void what_was_refused_was_never_confirmed() {
        var views = new TestViews(new GrantsProjection())
                .given(PROPOSED, new GrantRefused(GRANT, DEPUTY, OFFICE, "材料不全", ON));
        assertThat(views.row(GRANT))
                .containsEntry("state", "REFUSED")
                .containsEntry("confirmedOn", "9999-12-31")
                .containsEntry("revokedOn", "9999-12-31");
    }

    @Test
    void what_was_taken_over_is_confirmed_and_has_no_end() {
        var views = new TestViews(new GrantsProjection())
                .given(new GrantImported(FIRST, DEPUTY, OFFICE, new Term(ON, null), ON));
        assertThat(views.row(FIRST))
                .containsEntry("state", "CONFIRMED")
                .containsEntry("confirmedOn", "2026-03-02")
                .containsEntry("until", "9999-12-31")
                .doesNotContainKeys("proposer", "standingInFor");
    }
}
