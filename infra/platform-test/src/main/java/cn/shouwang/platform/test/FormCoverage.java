package cn.shouwang.platform.test;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.event.Upcast;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Whether a service can forget the stored forms of one of its histories.
///
/// Every sealed history is listed in a [Catalogue], a test hands it to [StoredForms], and every folder of
/// approved forms belongs to a history; who makes an [Upcast] is a component, so that what tests read
/// through it the service reads through it too.
final class FormCoverage {

    private final JavaClasses main;
    private final JavaClasses tests;
    private final Path events;

    /// `events` is the folder that holds a folder of approved forms per concept.
    FormCoverage(JavaClasses main, JavaClasses tests, Path events) {
        this.main = main;
        this.tests = tests;
        this.events = events;
    }

    /// One line for each gap.
    List<String> gaps() {
        var gaps = new ArrayList<String>();
        var listed = handedTo(main, Catalogue.class);
        var held = handedTo(tests, StoredForms.class);
        for (var history : histories()) {
            if (!listed.contains(history.getName())) {
                gaps.add(history.getName() + " is in no Catalogue");
            }
            if (!held.contains(history.getName())) {
                gaps.add(history.getName() + " is held to its stored forms by no test");
            }
        }
        concepts()
                .filter(concept -> !known().contains(concept))
                .forEach(concept -> gaps.add("the approved forms of " + concept + " belong to no history"));
        main.stream()
                .filter(type -> calls(type, Upcast.class) && !type.isMetaAnnotatedWith(Component.class))
                .filter(type -> !Kinds.outermost(type).isEquivalentTo(Upcast.class))
                .forEach(type -> gaps.add(type.getName() + " reads earlier forms and is no component"));
        return List.copyOf(gaps);
    }

    private List<JavaClass> histories() {
        return main.stream()
                .filter(Kinds::isHistory)
                .filter(history -> history.getRawInterfaces().stream().noneMatch(Kinds::isHistory)) // part of another
                .filter(history -> main.stream().anyMatch(type -> isEventOf(history, type)))
                .toList();
    }

    private static boolean isEventOf(JavaClass history, JavaClass type) {
        return type.isAnnotatedWith(Stored.class) && type.isAssignableTo(history.getName());
    }

    /// The classes named, as `Some.class`, where something of `owner` is called.
    private static Set<String> handedTo(JavaClasses classes, Class<?> owner) {
        return classes.stream()
                .filter(type -> calls(type, owner))
                .flatMap(type -> type.getReferencedClassObjects().stream())
                .map(reference -> reference.getValue().getName())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean calls(JavaClass type, Class<?> owner) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner));
    }

    private Set<String> known() {
        return main.stream()
                .flatMap(type -> type.tryGetAnnotationOfType(Stored.class).stream())
                .map(stored -> stored.value().substring(0, stored.value().indexOf('.')))
                .collect(Collectors.toSet());
    }

    private Stream<String> concepts() {
        if (!Files.isDirectory(events)) {
            return Stream.empty();
        }
        try (var folders = Files.list(events)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
