package cn.shouwang.platform.test;

import static cn.shouwang.platform.test.Convention.every;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// What no line of a service does: read the wall clock, throw dice.
final class CodeConventions {

    private CodeConventions() {}

    static List<Convention> all() {
        return List.of(
                every(
                        Kinds::isNamed,
                        "time comes from the Clock",
                        type -> calls(type, CodeConventions::readsWallClock)),
                every(
                        Kinds::isNamed,
                        "chance comes from SecureRandom",
                        type -> calls(type, CodeConventions::throwsDice)));
    }

    private interface Kind {
        boolean of(JavaClass owner, JavaCall<?> call);
    }

    private static Stream<String> calls(JavaClass type, Kind kind) {
        return type.getCodeUnitCallsFromSelf().stream()
                .filter(call -> kind.of(call.getTargetOwner(), call))
                .map(call -> "calls %s.%s in %s"
                        .formatted(
                                call.getTargetOwner().getSimpleName(),
                                call.getTarget().getName(),
                                call.getSourceCodeLocation()));
    }

    /// `System.nanoTime` measures and is allowed; `Clock.system…` belongs to the platform.
    private static boolean readsWallClock(JavaClass owner, JavaCall<?> call) {
        var parameters = call.getTarget().getRawParameterTypes();
        return switch (call.getTarget().getName()) {
            case "now" -> owner.isAssignableTo(TemporalAccessor.class) && noneIsClock(parameters);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && parameters.isEmpty();
            default ->
                owner.isEquivalentTo(Clock.class) && call.getTarget().getName().startsWith("system");
        };
    }

    private static boolean noneIsClock(List<JavaClass> parameters) {
        return parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean throwsDice(JavaClass owner, JavaCall<?> call) {
        return switch (call.getTarget().getName()) {
            case "random" -> owner.isEquivalentTo(Math.class);
            default -> owner.isEquivalentTo(Random.class) || owner.isEquivalentTo(ThreadLocalRandom.class);
        };
    }
}
