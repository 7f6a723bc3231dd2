package cn.shouwang.identity.account.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.identity.account.AccountEvent.AccountOpened;
import cn.shouwang.identity.account.AccountEvent.SignInFailedOften;
import cn.shouwang.identity.account.AccountKind;
import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.identity.grant.GrantId;
import cn.shouwang.identity.grant.Office;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class HistoryProjectionTest {

    private static final AccountName CLERK = AccountName.of("clerk");
    private static final LocalDate ON = LocalDate.of(2026, 3, 2);
    private static final GrantId GRANT = GrantId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");

    @Test
    void every_event_is_a_line_that_says_who_did_it() {
        var security = new Actor("security-admin", Role.SECURITY_ADMIN, "440233", Actor.Channel.WEB);
        var views = new TestViews(new HistoryProjection())
                .given(new AccountOpened(CLERK, "440233", AccountKind.PERSON, ON))
                .given(
                        security,
                        new GrantRevoked(GRANT, CLERK, new Office(Role.TOWN_OFFICE, "440233101"), "调离", ON),
                        new SignInFailedOften(CLERK, "440233", ON))
                .again()
                .rebuilt();
        assertThat(views.rows()).hasSize(3);
        assertThat(views.row("0000000000000000000"))
                .containsEntry("what", "account.opened")
                .containsEntry("by", "system")
                .doesNotContainKeys("reason", "grant");
        assertThat(views.row("0000000000000000001"))
                .isEqualTo(new Document("_id", "0000000000000000001")
                        .append("division", "440233101")
                        .append("account", "clerk")
                        .append("what", "grant.revoked")
                        .append("on", "2026-03-02")
                        .append("recordedAt", "2025-03-02T04:00:01Z")
                        .append("by", "security-admin")
                        .append("byRole", "SECURITY_ADMIN")
                        .append("grant", GRANT.toString())
                        .append("role", "TOWN_OFFICE")
                        .append("reason", "调离"));
    }
}
