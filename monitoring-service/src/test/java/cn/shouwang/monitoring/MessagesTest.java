package cn.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.monitoring.alert.AlertEvent;
import cn.shouwang.monitoring.appeal.AppealEvent;
import cn.shouwang.monitoring.assistance.AssistanceEvent;
import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.assistance.Lack;
import cn.shouwang.monitoring.clock.ClockEvent;
import cn.shouwang.monitoring.clue.ClueLevel;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.duplicate.DuplicateEvent;
import cn.shouwang.monitoring.helper.HelperEvent;
import cn.shouwang.monitoring.helper.VisitMode;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.IncreaseReason;
import cn.shouwang.monitoring.household.LabourAbility;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.household.Sex;
import cn.shouwang.monitoring.identification.Category;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Objector;
import cn.shouwang.monitoring.identification.RejectionReason;
import cn.shouwang.monitoring.identification.Signature;
import cn.shouwang.monitoring.inquiry.InquiryEvent;
import cn.shouwang.monitoring.marking.MarkingEvent;
import cn.shouwang.monitoring.match.MatchEvent;
import cn.shouwang.monitoring.notice.NoticeEvent;
import cn.shouwang.monitoring.profile.House;
import cn.shouwang.monitoring.profile.Living;
import cn.shouwang.monitoring.quality.QualityEvent;
import cn.shouwang.monitoring.quality.RuleId;
import cn.shouwang.monitoring.receipt.ReceiptEvent;
import cn.shouwang.monitoring.removal.Check;
import cn.shouwang.monitoring.removal.Criterion;
import cn.shouwang.monitoring.removal.DecreaseGround;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.RemovalMode;
import cn.shouwang.monitoring.report.RefusalReason;
import cn.shouwang.monitoring.report.ReportState;
import cn.shouwang.monitoring.slip.SlipEvent;
import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Reads the sources for rule codes, so that none is forgotten and none outlives its rule.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {

    private static final Pattern BROKEN = Pattern.compile("new RuleBroken\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Set<String> CHINESE = keys("messages.properties");
    private static final Set<String> ENGLISH = keys("messages_en.properties");

    @Test
    void every_rule_code_has_a_title_in_both_languages() throws IOException {
        var codes = codes();
        assertThat(codes).contains("report.delegate-unexplained", "clue.closed", "line.not-published");
        assertThat(rules(CHINESE)).containsAll(codes);
        assertThat(rules(ENGLISH)).containsAll(codes);
    }

    @Test
    void no_title_is_left_of_a_rule_that_is_gone() throws IOException {
        var sources = sources();
        assertThat(rules(CHINESE))
                .allSatisfy(code ->
                        assertThat(sources.contains('"' + code + '"')).as(code).isTrue());
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(ENGLISH).isEqualTo(CHINESE);
    }

    @Test
    void every_state_refusal_outcome_and_office_has_words_for_the_household() {
        assertThat(CHINESE)
                .containsAll(progress("state", ReportState.values()))
                .containsAll(progress("refusal", RefusalReason.values()))
                .containsAll(progress("result", ClueOutcome.values()))
                .containsAll(progress("office", ClueLevel.values()));
    }

    @Test
    void every_code_that_a_table_shows_has_words() {
        assertThat(CHINESE)
                .containsAll(words("baseType", BaseType.values()))
                .containsAll(words("category", Category.values()))
                .containsAll(words("risk", RiskType.values()))
                .containsAll(words("family", Family.values()))
                .containsAll(words("relation", Relation.values()))
                .containsAll(words("increase", IncreaseReason.values()))
                .containsAll(words("decrease", DecreaseReason.values()))
                .containsAll(words("removal-mode", RemovalMode.values()));
    }

    @Test
    void every_code_that_a_printed_file_shows_has_words() {
        assertThat(CHINESE)
                .containsAll(words("relation", Relation.values()))
                .containsAll(words("labour", LabourAbility.values()))
                .containsAll(words("sex", Sex.values()))
                .containsAll(words("increase", IncreaseReason.values()))
                .containsAll(words("decrease", DecreaseReason.values()))
                .containsAll(words("house-grade", House.Grade.values()))
                .containsAll(words("structure", House.Structure.values()))
                .containsAll(words("tenure", House.Tenure.values()))
                .containsAll(words("road", Living.Road.values()))
                .containsAll(words("fuel", Living.Fuel.values()))
                .containsAll(words("toilet", Living.Toilet.values()))
                .containsAll(words("objector", Objector.values()))
                .containsAll(words("rejection", RejectionReason.values()))
                .containsAll(words("family", Family.values()))
                .containsAll(words("lack", Lack.values()))
                .containsAll(words("visit-mode", VisitMode.values()))
                .containsAll(words("signature", Signature.values()))
                .containsAll(words("criterion", Criterion.values()))
                .containsAll(words("check", Check.Outcome.values()))
                .containsAll(words("decrease-ground", DecreaseGround.values()))
                .containsAll(words("dataset", Dataset.values()))
                .containsAll(words("effect", Effect.values()))
                .containsAll(words("role", Role.values()));
    }

    @Test
    void every_event_of_a_household_has_words_for_its_timeline() {
        var names = Catalogue.of(
                        HouseholdEvent.class,
                        IdentificationEvent.class,
                        AssistanceEvent.class,
                        HelperEvent.class,
                        ReceiptEvent.class,
                        RemovalEvent.class,
                        NoticeEvent.class,
                        DuplicateEvent.class,
                        QualityEvent.class,
                        AlertEvent.class,
                        MatchEvent.class,
                        SlipEvent.class,
                        ClockEvent.class,
                        MarkingEvent.class,
                        AppealEvent.class,
                        InquiryEvent.class)
                .entries()
                .stream()
                .map(entry -> "event." + entry.name())
                .toList();
        assertThat(CHINESE).containsAll(names);
        assertThat(CHINESE.stream().filter(key -> key.startsWith("event."))).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void every_data_quality_rule_has_its_sentence() {
        assertThat(CHINESE)
                .containsAll(Stream.of(RuleId.values())
                        .map(rule -> "quality." + rule)
                        .toList());
    }

    private static Set<String> words(String kind, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> "word." + kind + "." + value.name())
                .collect(Collectors.toSet());
    }

    private static Set<String> progress(String kind, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> "progress." + kind + "." + value.name())
                .collect(Collectors.toSet());
    }

    private static Set<String> codes() throws IOException {
        return BROKEN.matcher(sources())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> rules(Set<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith("rule."))
                .map(key -> key.substring("rule.".length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String file) {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages.stringPropertyNames();
    }
}
