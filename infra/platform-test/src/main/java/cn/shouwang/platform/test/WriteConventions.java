package cn.shouwang.platform.test;

import static cn.shouwang.platform.test.Convention.every;
import static cn.shouwang.platform.test.Convention.when;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.AllowedTo;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.serialization.Revision;

/// How deciding looks: closed aggregates, commands that name their roles, events that name themselves.
final class WriteConventions {

    private static final Pattern STORED_NAME = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z-]*");
    private static final Pattern VAGUE = Pattern.compile("(?i).*((status|state)changed|updated)(event)?");

    private WriteConventions() {}

    static List<Convention> all() {
        return List.of(
                every(Kinds::isAggregate, "aggregates are package-private", WriteConventions::open),
                every(Kinds::isCommands, "commands are package-private", WriteConventions::open),
                every(Kinds::isController, "controllers are package-private", WriteConventions::open),
                every(
                        Kinds::isCommand,
                        "a command names the roles that may send it",
                        command -> when(!command.isAnnotatedWith(AllowedTo.class), "has no @AllowedTo")),
                every(Kinds::isAggregate, "a decision knows who acts", WriteConventions::unasked),
                every(
                        Kinds::isNamed,
                        "commands go through Commands",
                        type -> when(
                                Kinds.uses(type, CommandGateway.class) || Kinds.uses(type, CommandBus.class),
                                "sends past cn.shouwang.platform.command.Commands")),
                every(
                        Kinds::isController,
                        "a controller acts for its caller, a public page for a visitor",
                        WriteConventions::borrowed),
                every(Kinds::isHistory, "a history is sealed", history -> when(!history.isSealed(), "is not sealed")),
                every(
                        Kinds::isEvent,
                        "an event is a record with a stored name, a revision and a place",
                        WriteConventions::malformed),
                every(Kinds::isNamed, "a fact has its own verb", WriteConventions::vague));
    }

    private static Stream<String> open(JavaClass type) {
        return when(type.getModifiers().contains(JavaModifier.PUBLIC), "is public");
    }

    /// The first command of a stream meets no interceptor: there is no aggregate yet.
    private static Stream<String> unasked(JavaClass aggregate) {
        var gated = aggregate.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(CommandHandlerInterceptor.class) && takesActor(method));
        return aggregate.getCodeUnits().stream()
                .filter(unit -> unit.isAnnotatedWith(CommandHandler.class) && !takesActor(unit))
                .filter(unit -> unit.isConstructor() || !gated)
                .map(unit -> "decides without an Actor in " + unit.getName() + parameters(unit));
    }

    private static boolean takesActor(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Actor.class));
    }

    private static List<String> parameters(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .toList();
    }

    private static Stream<String> borrowed(JavaClass controller) {
        var open = Kinds.isPublicPage(controller);
        var calls = controller.getCodeUnitCallsFromSelf().stream()
                .map(call -> call.getTarget())
                .filter(target -> makesAnActor(target, open) || (namesAnActor(target) && !open))
                .map(target -> "acts through " + target.getName());
        var fields = controller.getFieldAccessesFromSelf().stream()
                .map(access -> access.getTarget())
                .filter(field -> field.getOwner().isEquivalentTo(Actor.class))
                .map(field -> "acts as " + field.getName());
        return Stream.concat(calls, fields);
    }

    private static boolean makesAnActor(CodeUnitCallTarget target, boolean visitors) {
        return target.getOwner().isEquivalentTo(Actor.class)
                && (target instanceof ConstructorCallTarget
                        || target.getRawReturnType().isEquivalentTo(Actor.class))
                && !(visitors && target.getName().equals("visitor"));
    }

    private static boolean namesAnActor(CodeUnitCallTarget target) {
        return target.getOwner().isEquivalentTo(Commands.class)
                && target.getRawParameterTypes().size() > 1;
    }

    private static Stream<String> malformed(JavaClass event) {
        return Stream.of(
                        when(!event.isRecord(), "is not a record"),
                        when(!event.isAssignableTo(Placed.class), "does not tell its division"),
                        when(!event.isAnnotatedWith(Revision.class), "has no @Revision"),
                        event.tryGetAnnotationOfType(Stored.class)
                                .map(stored -> when(
                                        !STORED_NAME.matcher(stored.value()).matches(),
                                        "is not stored as <concept>.<kebab-fact>"))
                                .orElseGet(() -> Stream.of("has no @Stored")))
                .flatMap(faults -> faults);
    }

    private static Stream<String> vague(JavaClass type) {
        var names = Stream.of(
                Stream.of(type.getSimpleName()),
                type.getFields().stream().map(field -> field.getName()),
                type.getMethods().stream().map(method -> method.getName()));
        return names.flatMap(all -> all)
                .filter(name -> VAGUE.matcher(name).matches())
                .map(name -> "says " + name + ", not what happened");
    }
}
