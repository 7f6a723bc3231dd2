package cn.shouwang.platform.test;

import cn.shouwang.platform.projection.Lookup;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.security.Scope;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.web.bind.annotation.RestController;

/// What a class of a service is, told by its name, place and annotations.
final class Kinds {

    private Kinds() {}

    /// A class someone wrote and named; not a package-info, a lambda or an anonymous class.
    static boolean isNamed(JavaClass type) {
        return !type.isAnonymousClass() && !isPackageInfo(type);
    }

    static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    static boolean isAggregate(JavaClass type) {
        return type.isAnnotatedWith(Aggregate.class);
    }

    static boolean isController(JavaClass type) {
        return type.isAnnotatedWith(RestController.class);
    }

    /// Serves people who are not signed in.
    static boolean isPublicPage(JavaClass type) {
        return type.getSimpleName().startsWith("Public");
    }

    static boolean isPolicy(JavaClass type) {
        return outermost(type).getSimpleName().startsWith("When");
    }

    /// The sealed requests of a concept.
    static boolean isCommands(JavaClass type) {
        return type.isTopLevelClass()
                && type.isInterface()
                && type.getSimpleName().endsWith("Command");
    }

    static boolean isCommand(JavaClass type) {
        return !type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(Kinds::isCommands);
    }

    /// The sealed history of a concept.
    /// Of ours: libraries have events of their own.
    static boolean isHistory(JavaClass type) {
        return type.getPackageName().startsWith("cn.shouwang.")
                && type.isTopLevelClass()
                && type.isInterface()
                && type.getSimpleName().endsWith("Event");
    }

    static boolean isEvent(JavaClass type) {
        return !type.isInterface() && type.getAllRawInterfaces().stream().anyMatch(Kinds::isHistory);
    }

    static boolean asksTheGate(JavaClass type) {
        return uses(type, Gate.class) || uses(type, Scope.class);
    }

    static boolean looksUp(JavaClass type) {
        return uses(type, Lookup.class);
    }

    static boolean uses(JavaClass type, Class<?> other) {
        return targets(type).anyMatch(target -> target.isEquivalentTo(other));
    }

    /// Every class that `type` depends on, arrays by their element.
    static Stream<JavaClass> targets(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType);
    }

    static Predicate<JavaClass> within(String root) {
        return type ->
                type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Kinds::outermost).orElse(type);
    }
}
