package cn.shouwang.platform.test;

import static cn.shouwang.platform.test.Convention.every;
import static cn.shouwang.platform.test.Convention.when;

import cn.shouwang.platform.command.Commands;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What lies where, and who may know whom: `<root>.<concept>` decides, `<root>.<concept>.<view>`
/// answers, `<root>.contract` is the edge.
///
/// Concepts may know each other both ways, since a policy lies with the command it issues and reacts
/// to another concept's facts.
final class PlaceConventions {

    private static final String SUITE = "cn.shouwang";
    private static final Set<String> LAYERS =
            Set.of("domain", "application", "infrastructure", "api", "dto", "impl", "service", "util");
    private static final List<String> SUFFIXES = List.of("Dto", "DTO", "Utils", "Helper", "Impl", "Manager");

    private final String root;

    private PlaceConventions(String root) {
        this.root = root;
    }

    static List<Convention> all(String root) {
        var here = new PlaceConventions(root);
        return List.of(
                every(Kinds::isNamed, "a service knows the platform and no other service", here::foreign),
                every(Kinds::isNamed, "a read model is known to no one else", here::peeking),
                every(here::isReadModel, "a read model sends nothing", type -> Kinds.targets(type)
                        .filter(target ->
                                target.isEquivalentTo(Commands.class) || Kinds.isCommands(Kinds.outermost(target)))
                        .map(target -> "sends through " + target.getSimpleName())),
                every(
                        Kinds::isNamed,
                        "contracts stay at the edge: what is published with its publication, what is read with a policy",
                        here::leaking),
                every(Kinds::isNamed, "packages are concepts, not layers", here::layered),
                every(Kinds::isNamed, "names say what a thing is", PlaceConventions::vague),
                every(Kinds::isNamed, "every package says what is decided in it and is null-marked", here::unmarked));
    }

    /// A word is not vague where it is what the concept itself is called: the helper of a household.
    private static Stream<String> vague(JavaClass type) {
        var concept = type.getPackage().getRelativeName();
        return SUFFIXES.stream()
                .filter(type.getSimpleName()::endsWith)
                .filter(suffix -> !suffix.toLowerCase(Locale.ROOT).equals(concept))
                .map(suffix -> "is named " + suffix);
    }

    private Stream<String> foreign(JavaClass type) {
        return Kinds.targets(type)
                .filter(Kinds.within(SUITE))
                .filter(Kinds.within(root).or(Kinds.within(SUITE + ".platform")).negate())
                .map(target -> "knows " + target.getName());
    }

    private Stream<String> peeking(JavaClass type) {
        return Kinds.targets(type)
                .filter(Kinds.within(root))
                .filter(this::isReadModel)
                .filter(target -> !target.getPackage().equals(type.getPackage()))
                .map(target -> "knows " + target.getName());
    }

    private Stream<String> leaking(JavaClass type) {
        var contract = root + ".contract";
        if (Kinds.within(contract).test(type)) {
            return Stream.empty();
        }
        return Kinds.targets(type)
                .filter(Kinds.within(contract))
                .filter(target ->
                        !Kinds.isPolicy(type) || target.getPackageName().equals(contract))
                .map(target -> "knows " + target.getName());
    }

    private Stream<String> layered(JavaClass type) {
        return below(type).stream().filter(LAYERS::contains).map(layer -> "lies in a package " + layer);
    }

    private Stream<String> unmarked(JavaClass type) {
        return when(
                !type.getPackage().isAnnotatedWith(NullMarked.class),
                "lies in a package without a @NullMarked package-info");
    }

    private boolean isReadModel(JavaClass type) {
        var below = below(type);
        return Kinds.isNamed(type) && below.size() > 1 && !below.getFirst().equals("contract");
    }

    /// Names of the packages from the service's own down to the type's; empty for the service's own.
    private List<String> below(JavaClass type) {
        var name = type.getPackageName();
        return name.length() <= root.length()
                ? List.of()
                : Arrays.asList(name.substring(root.length() + 1).split("\\."));
    }
}
