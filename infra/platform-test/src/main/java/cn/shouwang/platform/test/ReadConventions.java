package cn.shouwang.platform.test;

import static cn.shouwang.platform.test.Convention.every;
import static cn.shouwang.platform.test.Convention.when;

import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Place;
import cn.shouwang.platform.store.Recorded;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// How asking looks: through the gate, within a scope, never past the rows' own classes.
final class ReadConventions {

    private static final Predicate<JavaClass> SIGNED_IN = type -> Kinds.isController(type) && !Kinds.isPublicPage(type);

    private ReadConventions() {}

    static List<Convention> all(String root) {
        return List.of(
                every(
                        SIGNED_IN.and(ReadConventions::answers),
                        "what a signed-in caller asks passes the gate",
                        controller -> when(
                                partners(controller, type -> type.getPackage().equals(controller.getPackage()))
                                        .noneMatch(Kinds::asksTheGate),
                                "answers without asking Gate for a Scope")),
                every(SIGNED_IN, "what a signed-in caller asks is not looked up past the gate", controller -> reached(
                                controller, Kinds.within(root))
                        .filter(Kinds::looksUp)
                        .map(type -> "answers from the Lookup of " + type.getSimpleName())),
                every(
                        Kinds::isController,
                        "public pages are named Public… and lie below /public",
                        ReadConventions::misplaced),
                every(Kinds::isNamed, "services know rows, not the database", type -> Kinds.targets(type)
                        .filter(ReadConventions::isDatabase)
                        .map(database -> "uses " + database.getName())),
                every(Kinds::isNamed, "services read rows, not the log", type -> Kinds.targets(type)
                        .filter(target -> isLog(target) && !isWiring(type))
                        .map(log -> "uses " + log.getName())));
    }

    /// The controller and what it uses directly, as far as `near` goes.
    private static Stream<JavaClass> partners(JavaClass controller, Predicate<JavaClass> near) {
        return Stream.concat(Stream.of(controller), Kinds.targets(controller).filter(near))
                .distinct();
    }

    /// The controller and all it leads to, as far as `near` goes.
    private static Stream<JavaClass> reached(JavaClass controller, Predicate<JavaClass> near) {
        var reached = new LinkedHashSet<JavaClass>();
        var ahead = new ArrayDeque<>(List.of(controller));
        while (!ahead.isEmpty()) {
            var next = ahead.pop();
            if (reached.add(next)) {
                Kinds.targets(next).filter(near).forEach(ahead::push);
            }
        }
        return reached.stream();
    }

    private static boolean answers(JavaClass controller) {
        return controller.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(GetMapping.class));
    }

    private static Stream<String> misplaced(JavaClass controller) {
        var base = paths(AnnotatedElementUtils.findMergedAnnotation(controller.reflect(), RequestMapping.class));
        return controller.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .flatMap(method -> base.stream().flatMap(before -> own(method).map(before::concat)))
                .filter(path -> path.startsWith("/public/") != Kinds.isPublicPage(controller))
                .map(path -> "serves " + path);
    }

    private static Stream<String> own(JavaMethod method) {
        return paths(AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class)).stream();
    }

    private static List<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : Arrays.asList(mapping.path());
    }

    private static boolean isDatabase(JavaClass type) {
        return type.getPackageName().equals("com.mongodb.client")
                || type.getPackageName().startsWith("org.springframework.data.mongodb");
    }

    /// The event store of Axon or the log itself; what a service is told of it are [Accepted], [Recorded]
    /// and its [Place].
    private static boolean isLog(JavaClass type) {
        return type.isAssignableTo(EventStore.class)
                || type.isAssignableTo(EventStorageEngine.class)
                || (type.getPackageName().equals(Accepted.class.getPackageName())
                        && !type.isEquivalentTo(Accepted.class)
                        && !type.isEquivalentTo(Recorded.class)
                        && !type.isEquivalentTo(Place.class));
    }

    /// Repositories of aggregates are made with the store at hand.
    private static boolean isWiring(JavaClass type) {
        return type.isAnnotatedWith(Configuration.class);
    }
}
