package cn.shouwang.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One rule of the house: which classes it is about, and what can be wrong with one.
///
/// Fails when it is about no class at all: a rule that guards nothing looks like one that holds.
record Convention(String name, ArchRule rule) {

    /// `faults` names what is wrong with one subject, nothing when it is sound.
    static Convention every(Predicate<JavaClass> subject, String name, Function<JavaClass, Stream<String>> faults) {
        var sound = new ArchCondition<JavaClass>("be sound") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                faults.apply(item)
                        .distinct()
                        .map(fault -> SimpleConditionEvent.violated(item, item.getName() + " " + fault))
                        .forEach(events::add);
            }
        };
        return new Convention(
                name,
                classes()
                        .that(describe("it is about", subject))
                        .should(sound)
                        .allowEmptyShould(false)
                        .as(name));
    }

    /// A fault when `broken`.
    static Stream<String> when(boolean broken, String fault) {
        return broken ? Stream.of(fault) : Stream.empty();
    }
}
