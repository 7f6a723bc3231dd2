package cn.shouwang.monitoring.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.marking.MarkingEvent.HouseholdMarked;
import cn.shouwang.monitoring.marking.MarkingEvent.NumberCorrected;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.platform.rule.RuleBroken;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeldNumbersTest {

    private static final HouseholdId ONE = HouseholdId.of("00000000-0000-4000-8000-0000000000a1");
    private static final HouseholdId TWO = HouseholdId.of("00000000-0000-4000-8000-0000000000a2");
    private static final String VILLAGE = "440233999999";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 20);

    private final HeldNumbers held = new HeldNumbers(number -> "hash of " + number);
    private final Numbers numbers = new Numbers(held::holder, () -> {});

    @Test
    void a_number_belongs_to_the_household_of_which_it_was_told_last() {
        held.on(registered(ONE, "440233000001"));
        held.on(registered(TWO, null));
        assertThat(held.holder("440233000001")).contains(ONE);
        held.on(described(ONE, "440233000002"));
        assertThat(held.holder("440233000001")).isEmpty();
        assertThat(held.holder("440233000002")).contains(ONE);
        held.on(new HouseholdMarked(TWO, VILLAGE, 1, "440233000001", DAY));
        assertThat(held.holder("440233000001")).contains(TWO);
        held.on(new NumberCorrected(TWO, VILLAGE, 1, "440233000003", DAY));
        assertThat(held.holder("440233000001")).isEmpty();
        assertThat(held.holder("440233000003")).contains(TWO);
    }

    @Test
    void a_number_that_is_forgotten_belongs_to_nobody_and_the_same_event_twice_changes_nothing() {
        held.on(registered(ONE, ""));
        assertThat(held.holder("")).isEmpty();
        held.on(registered(TWO, "440233000001"));
        held.on(registered(TWO, "440233000001"));
        held.on(described(TWO, null));
        assertThat(held.holder("440233000001")).contains(TWO);
    }

    @Test
    void only_another_household_is_refused() {
        held.on(registered(ONE, "440233000001"));
        numbers.mustBeFree("440233000001", ONE);
        numbers.mustBeFree("440233000002", TWO);
        assertThat(numbers.taken()).accepts("440233000001").rejects("440233000002");
        assertThatThrownBy(() -> numbers.mustBeFree("440233000001", TWO))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo("household.number-taken"));
    }

    private static HouseholdRegistered registered(HouseholdId household, @Nullable String number) {
        return new HouseholdRegistered(household, VILLAGE, BaseType.ORDINARY, null, null, number, DAY);
    }

    private static HouseholdDescribed described(HouseholdId household, @Nullable String number) {
        return new HouseholdDescribed(household, VILLAGE, HouseholdProfile.numbered(number), DAY);
    }
}
