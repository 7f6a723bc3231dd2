package cn.shouwang.identity.account;

import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.identity.account.AccountCommand.CloseAccount;
import cn.shouwang.identity.account.AccountCommand.LockAccount;
import cn.shouwang.identity.account.AccountCommand.NoteFailedSignIns;
import cn.shouwang.identity.account.AccountCommand.OpenAccount;
import cn.shouwang.identity.account.AccountCommand.UnlockAccount;
import cn.shouwang.identity.account.AccountEvent.AccountClosed;
import cn.shouwang.identity.account.AccountEvent.AccountLocked;
import cn.shouwang.identity.account.AccountEvent.AccountOpened;
import cn.shouwang.identity.account.AccountEvent.AccountUnlocked;
import cn.shouwang.identity.account.AccountEvent.SignInFailedOften;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountTest {

    private static final ZoneId VILLAGE_TIME = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String COUNTY = "440233";
    private static final String REASON = "借调期满";
    private static final AccountName CLERK = AccountName.of("clerk");
    private static final Actor SYSTEM_ADMIN = admin("system-admin", Role.SYSTEM_ADMIN);
    private static final Actor SECURITY_ADMIN = admin("security-admin", Role.SECURITY_ADMIN);
    private static final AccountOpened OPENED = new AccountOpened(CLERK, COUNTY, AccountKind.PERSON, TODAY);
    private static final AccountLocked LOCKED = new AccountLocked(CLERK, COUNTY, REASON, TODAY);
    private static final AccountUnlocked UNLOCKED = new AccountUnlocked(CLERK, COUNTY, REASON, TODAY);
    private static final AccountClosed CLOSED = new AccountClosed(CLERK, COUNTY, REASON, TODAY);

    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class)
            .registerInjectableResource(
                    Clock.fixed(TODAY.atStartOfDay(VILLAGE_TIME).toInstant(), VILLAGE_TIME));

    private static Actor admin(String name, Role role) {
        return new Actor(name, role, COUNTY, Actor.Channel.WEB);
    }

    @Test
    void an_account_is_opened_without_any_office() {
        account.givenNoPriorActivity()
                .when(new OpenAccount(CLERK, COUNTY, AccountKind.PERSON), SYSTEM_ADMIN.toMeta())
                .expectEvents(OPENED);
    }

    @Test
    void a_name_is_given_once() {
        account.given(OPENED)
                .when(new OpenAccount(CLERK, COUNTY, AccountKind.PERSON), SYSTEM_ADMIN.toMeta())
                .expectException(broken("account.exists"));
        account.given(OPENED, CLOSED)
                .when(new OpenAccount(CLERK, COUNTY, AccountKind.PERSON), SYSTEM_ADMIN.toMeta())
                .expectException(broken("account.exists"));
    }

    @Test
    void an_account_is_not_opened_in_another_county() {
        account.givenNoPriorActivity()
                .when(new OpenAccount(CLERK, "440232", AccountKind.PERSON), SYSTEM_ADMIN.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void an_open_account_is_locked_and_a_locked_one_unlocked() {
        account.given(OPENED)
                .when(new LockAccount(CLERK, REASON), SECURITY_ADMIN.toMeta())
                .expectEvents(LOCKED);
        account.given(OPENED, LOCKED)
                .when(new UnlockAccount(CLERK, REASON), SECURITY_ADMIN.toMeta())
                .expectEvents(UNLOCKED);
        account.given(OPENED, LOCKED, UNLOCKED)
                .when(new LockAccount(CLERK, REASON), SECURITY_ADMIN.toMeta())
                .expectEvents(LOCKED);
    }

    @Test
    void what_is_locked_is_not_locked_again_and_what_is_open_not_unlocked() {
        account.given(OPENED, LOCKED)
                .when(new LockAccount(CLERK, REASON), SECURITY_ADMIN.toMeta())
                .expectException(broken("account.locked-already"));
        account.given(OPENED)
                .when(new UnlockAccount(CLERK, REASON), SECURITY_ADMIN.toMeta())
                .expectException(broken("account.not-locked"));
    }

    @Test
    void an_account_is_closed_open_or_locked() {
        account.given(OPENED)
                .when(new CloseAccount(CLERK, REASON), SYSTEM_ADMIN.toMeta())
                .expectEvents(CLOSED);
        account.given(OPENED, LOCKED)
                .when(new CloseAccount(CLERK, REASON), SYSTEM_ADMIN.toMeta())
                .expectEvents(CLOSED);
    }

    @Test
    void failed_sign_ins_are_noted_also_of_a_locked_account() {
        account.given(OPENED, LOCKED)
                .when(new NoteFailedSignIns(CLERK), Actor.SYSTEM.toMeta())
                .expectEvents(new SignInFailedOften(CLERK, COUNTY, TODAY));
    }

    static Stream<AccountCommand> later() {
        return Stream.of(
                new LockAccount(CLERK, REASON),
                new UnlockAccount(CLERK, REASON),
                new CloseAccount(CLERK, REASON),
                new NoteFailedSignIns(CLERK));
    }

    @ParameterizedTest
    @MethodSource("later")
    void a_closed_account_stays_closed(AccountCommand command) {
        account.given(OPENED, CLOSED)
                .when(command, SYSTEM_ADMIN.toMeta())
                .expectNoEvents()
                .expectException(broken("account.closed"));
    }

    @ParameterizedTest
    @MethodSource("later")
    void another_county_reaches_nothing(AccountCommand command) {
        account.given(OPENED)
                .when(command, new Actor("elsewhere", Role.SYSTEM_ADMIN, "440232", Actor.Channel.WEB).toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    @Test
    void nobody_locks_unlocks_or_closes_their_own_account() {
        var own = admin("clerk", Role.SECURITY_ADMIN);
        account.given(OPENED).when(new LockAccount(CLERK, REASON), own.toMeta()).expectException(broken("account.own"));
        account.given(OPENED, LOCKED)
                .when(new UnlockAccount(CLERK, REASON), own.toMeta())
                .expectException(broken("account.own"));
        account.given(OPENED)
                .when(new CloseAccount(CLERK, REASON), own.toMeta())
                .expectException(broken("account.own"));
    }
}
