package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/// How many households are let go is nowhere set beforehand. What is asked over HTTP and answered there is
/// looked through in the story of the town.
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoTargetForRemovalsTest {

    private static final Set<String> TARGET = Set.of(
            "target", "quota", "ratio", "rate", "goal", "percent", "percentage", "proportion", "share", "completion");

    private static final Pattern WORDS = Pattern.compile("[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])");
    private static final Pattern OF_REMOVALS = Pattern.compile("(?i)removal|removed|\\bexit\\b|消除|退出");
    private static final Pattern IN_WORDS =
            Pattern.compile("(?i)目标|指标|比例|比率|占比|配额|名额|消除率|完成率|任务数|\\b(target|quota|ratio|percentage|proportion)s?\\b");

    @Test
    void M10_no_setting_sets_how_many_removals_there_are_to_be() {
        var settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yml"));
        var names = Objects.requireNonNull(settings.getObject()).keySet().stream()
                .map(Object::toString)
                .toList();

        assertThat(names).anyMatch(name -> name.startsWith("shouwang.exit.editions"));
        assertThat(names)
                .filteredOn(name -> name.startsWith("shouwang.exit"))
                .noneMatch(NoTargetForRemovalsTest::names);
        assertThat(names)
                .filteredOn(name -> OF_REMOVALS.matcher(name).find())
                .noneMatch(NoTargetForRemovalsTest::names);
    }

    @Test
    void M10_no_message_speaks_of_a_target_for_removals() {
        for (var file : new String[] {"messages.properties", "messages_en.properties"}) {
            var ofRemovals = messages(file)
                    .filter(line -> OF_REMOVALS.matcher(line).find())
                    .toList();
            assertThat(ofRemovals).hasSizeGreaterThan(20);
            assertThat(ofRemovals).noneMatch(line -> IN_WORDS.matcher(line).find());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"removalTarget", "removed.target-ratio", "shouwang.exit.quota", "completionRate"})
    void a_target_is_recognised_by_its_name(String name) {
        assertThat(names(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shouwang.exit.editions[0].min-months", "configuration", "removed.BY_ASSISTANCE", "operating"})
    void other_names_are_left_alone(String name) {
        assertThat(names(name)).isFalse();
    }

    /// Whether a name of a setting, a field or a measure says that something is aimed at.
    static boolean names(String name) {
        return Arrays.stream(WORDS.split(name, -1))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("s$", ""))
                .anyMatch(TARGET::contains);
    }

    private static Stream<String> messages(String file) {
        var messages = new Properties();
        try (var in = Objects.requireNonNull(MonitoringService.class.getResourceAsStream("/" + file))) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages.entrySet().stream().map(message -> message.getKey() + "=" + message.getValue());
    }
}
