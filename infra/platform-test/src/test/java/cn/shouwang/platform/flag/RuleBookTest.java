package cn.shouwang.platform.flag;

import static cn.shouwang.platform.flag.Ledger.EDITION;
import static cn.shouwang.platform.flag.Ledger.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.platform.event.Catalogue;
import cn.shouwang.platform.event.Compared;
import cn.shouwang.platform.event.Decides;
import cn.shouwang.platform.event.Personal;
import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.event.Stored;
import cn.shouwang.platform.flag.FlagRules.Edition;
import cn.shouwang.platform.flag.FlagRules.Late;
import cn.shouwang.platform.flag.FlagRules.Night;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleBookTest {

    private static final Edition LATER = edition(MONDAY, 3);

    @Test
    void a_day_is_looked_at_by_the_edition_that_began_last() {
        var rules = Ledger.book(LATER, EDITION).rules();
        assertThat(rules.on(MONDAY.minusDays(1))).isEqualTo(EDITION);
        assertThat(rules.on(MONDAY)).isEqualTo(LATER);
        assertThat(rules.on(LocalDate.of(1999, 1, 1))).isEqualTo(EDITION);
        assertThat(rules.from("2025-03-03")).isEqualTo(LATER);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-03, 21:59:59, ",
        "2025-03-03, 22:00:00, 2025-03-03",
        "2025-03-03, 23:59:59, 2025-03-03",
        "2025-03-04, 00:00:00, 2025-03-03",
        "2025-03-04, 05:59:59, 2025-03-03",
        "2025-03-04, 06:00:00, "
    })
    void a_night_is_called_by_the_day_of_its_evening(LocalDate day, LocalTime time, LocalDate night) {
        var rule = new Night(LocalTime.of(22, 0), LocalTime.of(6, 0), 3);
        assertThat(rule.of(day.atTime(time)).orElse(null)).isEqualTo(night);
    }

    @Test
    void the_same_rules_and_calendar_are_the_same_version_and_any_change_is_another() {
        var version = Ledger.book(EDITION).version();
        assertThat(version).isPositive().isEqualTo(Ledger.book(EDITION).version());
        assertThat(Ledger.book(EDITION, LATER).version()).isNotEqualTo(version);
        assertThat(Ledger.book(edition(EDITION.from(), 14)).version()).isNotEqualTo(version);
        RestDays holiday = day -> RestDays.weekends().isRestDay(day) || day.equals(MONDAY);
        assertThat(Ledger.book(holiday, EDITION).version()).isNotEqualTo(version);
    }

    @Test
    void a_rule_for_an_event_that_is_not_stored_ends_the_start() {
        var late = new Late(15, new TreeMap<>(Map.of("ledger.mistyped", 3)), new TreeSet<>());
        var wrong = new Edition(
                EDITION.from(), "test", late, 0, EDITION.bulk(), EDITION.night(), 3, EDITION.quick(), EDITION.copies());
        assertThatThrownBy(() -> Ledger.book(wrong)).hasMessageContaining("ledger.mistyped");
    }

    @Test
    void an_event_that_compares_what_is_personal_ends_the_start() {
        assertThatThrownBy(() -> new Forms(Catalogue.of(GossipEvent.class))).hasMessageContaining("personal");
    }

    @Test
    void a_decision_on_what_is_stored_elsewhere_ends_the_start() {
        assertThatThrownBy(() -> new Forms(Catalogue.of(StrayEvent.class)))
                .hasMessageContaining("not in the catalogue");
    }

    /// Seeds.
    sealed interface GossipEvent extends Placed {

        @Stored("gossip.told")
        @Revision("1")
        record Told(
                String gossip,
                String division,
                @Compared @Personal String words) implements GossipEvent {}
    }

    sealed interface StrayEvent extends Placed {

        @Decides(on = GossipEvent.Told.class)
        @Stored("stray.decided")
        @Revision("1")
        record Decided(String stray, String division) implements StrayEvent {}
    }

    private static Edition edition(LocalDate from, int days) {
        return new Edition(
                from,
                "test",
                new Late(days, new TreeMap<>(), new TreeSet<>()),
                0,
                EDITION.bulk(),
                EDITION.night(),
                3,
                EDITION.quick(),
                EDITION.copies());
    }
}
