package cn.shouwang.identity.grant;

import cn.shouwang.identity.account.AccountName;
import cn.shouwang.identity.grant.GrantEvent.GrantConfirmed;
import cn.shouwang.identity.grant.GrantEvent.GrantImported;
import cn.shouwang.identity.grant.GrantEvent.GrantProposed;
import cn.shouwang.identity.grant.GrantEvent.GrantRefused;
import cn.shouwang.identity.grant.GrantEvent.GrantRevoked;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GrantStoredFormTest {

    private static final GrantId ID = GrantId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final AccountName DEPUTY = AccountName.of("deputy");
    private static final Office OFFICE = new Office(Role.TOWN_OFFICE, "440233101");
    private static final LocalDate ON = LocalDate.of(2026, 3, 2);
    private static final Term TERM = new Term(ON, LocalDate.of(2026, 4, 30));

    @TestFactory
    Stream<DynamicTest> every_event_keeps_its_stored_form() {
        return StoredForms.of(
                GrantEvent.class,
                new GrantProposed(
                        ID,
                        DEPUTY,
                        OFFICE,
                        TERM,
                        AccountName.of("town-office"),
                        AccountName.of("security-admin"),
                        "党校学习",
                        ON),
                new GrantImported(ID, DEPUTY, OFFICE, new Term(ON, null), ON),
                new GrantConfirmed(ID, DEPUTY, OFFICE, ON),
                new GrantRefused(ID, DEPUTY, OFFICE, "材料不全", ON),
                new GrantRevoked(ID, DEPUTY, OFFICE, "调离", ON));
    }
}
