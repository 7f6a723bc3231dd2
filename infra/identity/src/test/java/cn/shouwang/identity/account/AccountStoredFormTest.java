package cn.shouwang.identity.account;

import cn.shouwang.identity.account.AccountEvent.AccountClosed;
import cn.shouwang.identity.account.AccountEvent.AccountLocked;
import cn.shouwang.identity.account.AccountEvent.AccountOpened;
import cn.shouwang.identity.account.AccountEvent.AccountUnlocked;
import cn.shouwang.identity.account.AccountEvent.SignInFailedOften;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AccountStoredFormTest {

    private static final AccountName NAME = AccountName.of("county-officer");
    private static final String COUNTY = "440233";
    private static final LocalDate ON = LocalDate.of(2026, 3, 2);

    @TestFactory
    Stream<DynamicTest> every_event_keeps_its_stored_form() {
        return StoredForms.of(
                AccountEvent.class,
                new AccountOpened(NAME, COUNTY, AccountKind.PERSON, ON),
                new AccountLocked(NAME, COUNTY, "手机遗失", ON),
                new AccountUnlocked(NAME, COUNTY, "已换手机", ON),
                new SignInFailedOften(NAME, COUNTY, ON),
                new AccountClosed(NAME, COUNTY, "借调期满", ON));
    }
}
