package cn.shouwang.identity.account.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.identity.account.AccountEvent.AccountClosed;
import cn.shouwang.identity.account.AccountEvent.AccountLocked;
import cn.shouwang.identity.account.AccountEvent.AccountOpened;
import cn.shouwang.identity.account.AccountEvent.AccountUnlocked;
import cn.shouwang.identity.account.AccountEvent.SignInFailedOften;
import cn.shouwang.identity.account.AccountKind;
import cn.shouwang.identity.account.AccountName;
import cn.shouwang.platform.test.TestViews;
import java.time.LocalDate;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AccountsProjectionTest {

    private static final AccountName CLERK = AccountName.of("clerk");
    private static final AccountName DESK = AccountName.of("desk");
    private static final String COUNTY = "440233";
    private static final LocalDate ON = LocalDate.of(2026, 3, 2);

    @Test
    void a_row_says_whether_the_account_can_be_used_and_since_when() {
        var views = new TestViews(new AccountsProjection())
                .given(
                        new AccountOpened(CLERK, COUNTY, AccountKind.PERSON, ON),
                        new AccountOpened(DESK, COUNTY, AccountKind.DESK, ON),
                        new AccountLocked(CLERK, COUNTY, "手机遗失", ON.plusDays(1)),
                        new AccountUnlocked(CLERK, COUNTY, "已换手机", ON.plusDays(2)),
                        new SignInFailedOften(CLERK, COUNTY, ON.plusDays(3)),
                        new AccountLocked(CLERK, COUNTY, "手机遗失", ON.plusDays(4)),
                        new AccountClosed(DESK, COUNTY, "机构撤并", ON.plusDays(5)))
                .again()
                .rebuilt();
        assertThat(views.row(CLERK))
                .isEqualTo(new Document("_id", "clerk")
                        .append("division", COUNTY)
                        .append("kind", "PERSON")
                        .append("openedOn", "2026-03-02")
                        .append("state", "LOCKED")
                        .append("since", "2026-03-06")
                        .append("signInFailedOftenOn", "2026-03-05"));
        assertThat(views.row(DESK)).containsEntry("state", "CLOSED").containsEntry("since", "2026-03-07");
    }
}
