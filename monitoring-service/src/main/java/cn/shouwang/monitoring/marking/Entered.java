package cn.shouwang.monitoring.marking;

import cn.shouwang.monitoring.household.Dossier;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.Numbers;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.platform.rule.RuleBroken;
import org.springframework.stereotype.Component;

/// Holds a number against the register, which may have come with one.
///
/// The register leads: where the two differ, one of them is wrong, and whoever marks is told so
/// instead of leaving two numbers behind. If it is the register's, it is put right there first, by
/// describing the household.
@Component
final class Entered {

    private final Register register;
    private final Numbers numbers;

    Entered(Register register, Numbers numbers) {
        this.register = register;
        this.numbers = numbers;
    }

    /// Refuses with `marking.number-differs` what is not the register's number, and with
    /// `household.number-taken` another household's. A number that is forgotten says nothing.
    void mustAgree(String number, HouseholdId household) {
        var profile = register.dossier(household).map(Dossier::profile).orElse(HouseholdProfile.EMPTY);
        var known = profile.nationalNumber();
        if (known != null && !known.isEmpty() && !known.equals(number)) {
            throw new RuleBroken("marking.number-differs", "the register came with another number");
        }
        numbers.mustBeFree(number, household);
    }
}
