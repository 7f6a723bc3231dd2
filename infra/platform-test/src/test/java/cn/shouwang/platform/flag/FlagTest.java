package cn.shouwang.platform.flag;

import static cn.shouwang.platform.flag.Ledger.CLERK;
import static cn.shouwang.platform.flag.Ledger.PLACE;
import static cn.shouwang.platform.flag.Ledger.TOWN;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.platform.flag.FlagCommand.ExplainFlag;
import cn.shouwang.platform.flag.FlagCommand.ReviewFlag;
import cn.shouwang.platform.flag.FlagEvent.FlagExplained;
import cn.shouwang.platform.flag.FlagEvent.FlagReviewed;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagTest {

    private static final FlagId ID = FlagId.of(FlagKind.LATE_ENTRY, "test");
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 2);
    private static final String THING = "thing-1";
    private static final Actor AUDITOR = new Actor("shen01", Role.AUDITOR, "440233", Actor.Channel.WEB);

    private final Document row = new Document("kind", "LATE_ENTRY")
            .append("division", PLACE)
            .append("actor", "cun01")
            .append("role", "VILLAGE_COMMITTEE")
            .append("from", PLACE)
            .append("about", THING);
    private final Set<String> forgotten = new HashSet<>();
    private final FixtureConfiguration<Flag> flag = new AggregateTestFixture<>(Flag.class)
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(new Flags(
                    asked -> asked.equals(ID) ? Optional.of(row) : Optional.empty(),
                    subject -> !forgotten.contains(subject)));

    @Test
    void the_account_says_why_under_the_key_of_the_thing() {
        flag.givenNoPriorActivity().when(explain("  先记纸质表  "), CLERK.toMeta()).expectEvents(explained(THING, "先记纸质表"));
    }

    @Test
    void another_account_in_the_same_office_says_why() {
        flag.givenNoPriorActivity()
                .when(explain("前任经办"), new Actor("cun07", Role.VILLAGE_COMMITTEE, PLACE, Actor.Channel.WEB).toMeta())
                .expectEvents(explained(THING, "前任经办"));
    }

    @Test
    void the_account_says_why_after_it_has_changed_its_office() {
        flag.givenNoPriorActivity()
                .when(explain("当时"), new Actor("cun01", Role.TOWN_OFFICE, "440233101", Actor.Channel.WEB).toMeta())
                .expectEvents(explained(THING, "当时"));
    }

    @Test
    void another_office_has_nothing_to_explain() {
        flag.givenNoPriorActivity()
                .when(explain("不知"), TOWN.toMeta())
                .expectNoEvents()
                .expectException(broken("flag.not-concerned"));
    }

    @Test
    void what_nobody_with_an_account_did_any_office_of_the_place_may_explain() {
        row.append("role", "PUBLIC").append("actor", "public");
        flag.givenNoPriorActivity().when(explain("同一户重报"), TOWN.toMeta()).expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_explains_outside_their_division() {
        flag.givenNoPriorActivity()
                .when(
                        explain("不知"),
                        new Actor("cun01", Role.VILLAGE_COMMITTEE, "440233101204", Actor.Channel.WEB).toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    @Test
    void a_blank_explanation_is_none() {
        flag.givenNoPriorActivity()
                .when(explain("  "), CLERK.toMeta())
                .expectNoEvents()
                .expectException(broken("flag.text-missing"));
    }

    @Test
    void an_explanation_waits_for_the_review_before_there_is_another() {
        flag.given(explained(THING, "先记纸质表"))
                .when(explain("再说明"), CLERK.toMeta())
                .expectNoEvents()
                .expectException(broken("flag.explained-before"));
    }

    @Test
    void what_is_followed_up_is_explained_again() {
        flag.given(explained(THING, "先记纸质表"), reviewed(Outcome.FOLLOW_UP, "请附纸质表"))
                .when(explain("已附"), CLERK.toMeta())
                .expectEvents(explained(THING, "已附"));
    }

    @Test
    void what_was_forgotten_is_explained_under_a_key_of_the_flag_s_own() {
        forgotten.add(THING);
        flag.givenNoPriorActivity()
                .when(explain("先记纸质表"), CLERK.toMeta())
                .expectEvents(explained(ID.toString(), "先记纸质表"));
    }

    @Test
    void a_flag_about_hours_is_explained_under_its_own_key() {
        row.remove("about");
        flag.givenNoPriorActivity().when(explain("值班"), CLERK.toMeta()).expectEvents(explained(ID.toString(), "值班"));
    }

    @Test
    void what_is_not_flagged_is_not_there() {
        flag.givenNoPriorActivity()
                .when(new ExplainFlag(FlagId.of(FlagKind.AHEAD, "none"), "为何"), CLERK.toMeta())
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void a_checker_closes_it_explained_or_not(Outcome outcome) {
        flag.givenNoPriorActivity()
                .when(new ReviewFlag(ID, outcome, " 已核对 "), AUDITOR.toMeta())
                .expectEvents(reviewed(outcome, "已核对"));
        new AggregateTestFixture<>(Flag.class)
                .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(UTC), UTC))
                .registerInjectableResource(new Flags(_ -> Optional.of(row), _ -> true))
                .given(explained(THING, "先记纸质表"))
                .when(new ReviewFlag(ID, outcome, " "), AUDITOR.toMeta())
                .expectEvents(reviewed(outcome, null));
    }

    @Test
    void nobody_reviews_a_flag_of_their_own_in_whatever_office() {
        flag.givenNoPriorActivity()
                .when(
                        new ReviewFlag(ID, Outcome.SETTLED, null),
                        new Actor("cun01", Role.AUDITOR, "440233", Actor.Channel.WEB).toMeta())
                .expectNoEvents()
                .expectException(broken("flag.own"));
    }

    @Test
    void a_checker_of_another_county_reviews_nothing_here() {
        flag.givenNoPriorActivity()
                .when(
                        new ReviewFlag(ID, Outcome.SETTLED, null),
                        new Actor("shen02", Role.AUDITOR, "440281", Actor.Channel.WEB).toMeta())
                .expectNoEvents()
                .expectException(OutOfDivision.class);
    }

    @Test
    void what_is_followed_up_is_settled_later_but_not_followed_up_twice() {
        flag.given(reviewed(Outcome.FOLLOW_UP, null))
                .when(new ReviewFlag(ID, Outcome.FOLLOW_UP, null), AUDITOR.toMeta())
                .expectNoEvents()
                .expectException(broken("flag.reviewed-before"));
    }

    @Test
    void what_is_settled_is_neither_reviewed_nor_explained_again() {
        flag.given(reviewed(Outcome.FOLLOW_UP, null), reviewed(Outcome.SETTLED, null))
                .when(new ReviewFlag(ID, Outcome.FOLLOW_UP, null), AUDITOR.toMeta())
                .expectNoEvents()
                .expectException(broken("flag.settled"));
    }

    @Test
    void after_the_end_there_is_nothing_to_explain() {
        flag.given(reviewed(Outcome.SETTLED, null))
                .when(explain("晚了"), CLERK.toMeta())
                .expectNoEvents()
                .expectException(broken("flag.settled"));
    }

    private static ExplainFlag explain(String text) {
        return new ExplainFlag(ID, text);
    }

    private static FlagExplained explained(String subject, String text) {
        return new FlagExplained(ID, PLACE, FlagKind.LATE_ENTRY, "cun01", subject, text, TODAY);
    }

    private static FlagReviewed reviewed(Outcome outcome, @Nullable String note) {
        return new FlagReviewed(ID, PLACE, FlagKind.LATE_ENTRY, "cun01", outcome, THING, note, TODAY);
    }
}
