package cn.shouwang.monitoring;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.quality.RuleId;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/// Reads the compiled tests: whoever asks how an invariant or a rule of data quality is held finds a test
/// that begins with its number.
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryInvariantHasATestTest {

    private static final int INVARIANTS = 17;
    private static final Pattern NUMBERED = Pattern.compile("([MQ][0-9]+)_.+");

    @Test
    void every_invariant_and_every_rule_is_the_first_word_of_a_test() throws URISyntaxException {
        assertThat(numbers()).containsAll(invariants()).containsAll(rules());
    }

    @Test
    void no_test_is_named_after_a_number_that_there_is_not() throws URISyntaxException {
        var known = new TreeSet<>(invariants());
        known.addAll(rules());
        assertThat(known).containsAll(numbers());
    }

    private static Set<String> invariants() {
        return IntStream.rangeClosed(1, INVARIANTS)
                .mapToObj(number -> "M" + number)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> rules() {
        return Stream.of(RuleId.values()).map(Enum::name).collect(toCollection(TreeSet::new));
    }

    private static Set<String> numbers() throws URISyntaxException {
        var here = EveryInvariantHasATestTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        return new ClassFileImporter()
                .importPath(Path.of(here.toURI())).stream()
                        .map(JavaClass::getMethods)
                        .flatMap(Set::stream)
                        .filter(EveryInvariantHasATestTest::isTest)
                        .map(method -> NUMBERED.matcher(method.getName()))
                        .filter(name -> name.matches())
                        .map(name -> name.group(1))
                        .collect(toCollection(TreeSet::new));
    }

    private static boolean isTest(JavaMethod method) {
        return Stream.of(Test.class, ParameterizedTest.class, TestFactory.class).anyMatch(method::isAnnotatedWith);
    }
}
