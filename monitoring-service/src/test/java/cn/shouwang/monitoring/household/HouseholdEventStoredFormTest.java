package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased.Destination;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.test.StoredForms;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseholdEventStoredFormTest {

    private static final HouseholdId ID = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final HouseholdId OTHER = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e12");
    private static final MemberId MEMBER = MemberId.of("00000000-0000-4000-8000-000000000001");
    private static final String VILLAGE = "440233999999";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 20);
    private static final Person NEWBORN = Person.entered(
            PersonName.of("林新"),
            PersonDocument.of("T-440233999999-1"),
            null,
            null,
            Relation.SONS_DAUGHTER,
            LabourAbility.NONE,
            Set.of(Health.DISABLED, Health.CHRONIC),
            false);

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        return StoredForms.upcast(
                HouseholdEvent.class,
                new EarlierHouseholdForms(),
                new HouseholdRegistered(
                        ID, VILLAGE, BaseType.LIFTED, "三组12号", Phone.of("13800000000"), "440233000001", DAY),
                new MemberAdded(
                        ID,
                        VILLAGE,
                        MEMBER,
                        Persons.of(Persons.MAN, Relation.HEAD),
                        IncreaseReason.MOVED_IN,
                        "4402330000000001",
                        OTHER,
                        DAY),
                new MemberCorrected(ID, VILLAGE, MEMBER, NEWBORN, DAY),
                new MemberDecreased(
                        ID,
                        VILLAGE,
                        MEMBER,
                        DecreaseReason.OTHER_HOUSEHOLD,
                        new Destination(OTHER, Relation.OTHER),
                        DAY),
                new HeadNamed(ID, VILLAGE, MEMBER, DAY),
                new BaseTypeDisputed(ID, VILLAGE, BaseType.LIFTED, "建档时录错", "2020年脱贫户名册第3页", DAY),
                new BaseTypeCorrected(ID, VILLAGE, BaseType.LIFTED, DAY, DAY),
                new BaseTypeUpheld(ID, VILLAGE, "名册无此户", DAY),
                new MemberDescribed(ID, VILLAGE, MEMBER, Profiles.MEMBER, DAY),
                new HouseholdDescribed(ID, VILLAGE, Profiles.HOUSEHOLD, DAY));
    }
}
