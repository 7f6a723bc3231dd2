package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.identification.Identifications.Current;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The base type of one household, and whether it is disputed.
@SuppressWarnings("NullAway.Init") // the first event fills the type
final class Typing {

    private BaseType baseType;
    private @Nullable BaseTypeDisputed dispute;
    private @Nullable String disputedBy;

    void on(HouseholdEvent event, @Nullable String actor) {
        switch (event) {
            case HouseholdRegistered registered -> baseType = registered.baseType();
            case BaseTypeDisputed disputed -> {
                dispute = disputed;
                disputedBy = actor;
            }
            case BaseTypeCorrected corrected -> {
                baseType = corrected.baseType();
                dispute = null;
            }
            case BaseTypeUpheld _ -> dispute = null;
            default -> {} // says nothing of the type
        }
    }

    BaseTypeDisputed disputed() {
        if (dispute == null) {
            throw new RuleBroken("household.base-type-undisputed", "nobody disputes the base type");
        }
        return dispute;
    }

    void mustNotBeDisputed() {
        if (dispute != null) {
            throw new RuleBroken("household.base-type-disputed", "the base type is disputed already");
        }
    }

    void mustNotBeDisputedBy(Actor actor) {
        if (actor.id().equals(disputedBy)) {
            throw new RuleBroken("household.base-type-own-dispute", "who disputes a base type does not confirm it");
        }
    }

    void mustChange(BaseType other) {
        if (other == baseType) {
            throw new RuleBroken("household.base-type-same", "the household is %s already".formatted(other));
        }
    }

    /// Rule M1. A case holds the type with which it was opened until it is decided; a household
    /// that is monitored in a category of its type would be in a wrong one.
    static void mustSuitCase(BaseType other, Optional<Current> latest) {
        var current = latest.orElse(null);
        if (current == null) {
            return;
        }
        if (current.isUndecided()) {
            throw new RuleBroken("household.base-type-in-case", "case %d is undecided".formatted(current.cycle()));
        }
        var decided = current.decision();
        if (decided != null
                && current.isMonitored()
                && !decided.decision().finding().category().suits(other)) {
            throw new RuleBroken(
                    "household.base-type-of-category",
                    "%s is not for a %s household"
                            .formatted(decided.decision().finding().category(), other));
        }
    }
}
