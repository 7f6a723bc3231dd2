package cn.shouwang.monitoring.notice;

import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.notice.Papers.*;
import static cn.shouwang.monitoring.removal.Way.APPRAISED;
import static cn.shouwang.monitoring.removal.Way.REMOVED;
import static cn.shouwang.monitoring.removal.Way.REVERTED;
import static cn.shouwang.monitoring.removal.Way.REVIEWED;
import static cn.shouwang.monitoring.removal.Way.VISITED;
import static cn.shouwang.monitoring.removal.Way.may;
import static cn.shouwang.monitoring.removal.Way.until;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.identification.Limits;
import cn.shouwang.monitoring.identification.Objector;
import cn.shouwang.monitoring.notice.NoticeCommand.*;
import cn.shouwang.monitoring.notice.NoticeEvent.*;
import cn.shouwang.monitoring.removal.RemovalEvent;
import cn.shouwang.monitoring.removal.Removals;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeTest {

    private static final Actor VILLAGER = new Actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE, Actor.Channel.WEB);
    private static final HangNotice HANG = new HangNotice(HOUSEHOLD, "村务公开栏", TEXT, may(15));
    private static final AnnounceRemoval ANNOUNCE = new AnnounceRemoval(HOUSEHOLD, "村务公开栏", may(26));

    private List<RemovalEvent> removal = until(APPRAISED);

    private final FixtureConfiguration<Notice> fixture = new AggregateTestFixture<>(Notice.class)
            .registerInjectableResource(new Removals(_ -> removal.stream()))
            .registerInjectableResource(new Register(
                    _ -> Stream.of(new HouseholdRegistered(HOUSEHOLD, VILLAGE, BaseType.ORDINARY, null, null, may(1))),
                    _ -> Set.of()))
            .registerInjectableResource(
                    new Limits(List.of(new Limits.Edition(LocalDate.of(2021, 1, 1), 15, 5, 5, "a document"))))
            .registerInjectableResource(
                    Clock.fixed(LocalDate.of(2026, 5, 31).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void a_notice_hangs_five_full_days_once_the_village_has_agreed() {
        given(List.of(), HANG).expectEvents(HUNG);
    }

    @Test
    void M4_before_the_village_has_agreed_none_hangs() {
        removal = until(VISITED);
        given(List.of(), HANG).expectException(broken("notice.not-due"));
        removal = List.of();
        given(List.of(), HANG).expectException(broken("notice.not-due"));
        removal = until(REVIEWED);
        given(List.of(), HANG).expectException(broken("notice.not-due"));
    }

    @Test
    void M7_a_notice_tells_nothing_personal() {
        given(List.of(), new HangNotice(HOUSEHOLD, "栏", "电话 13800000000", may(15)))
                .expectException(broken("identification.notice-shows-phone"));
        given(List.of(), new HangNotice(HOUSEHOLD, "患病户门口", TEXT, may(15)))
                .expectException(broken("identification.notice-shows-health"));
    }

    @Test
    void two_never_hang_at_once() {
        given(List.of(HUNG), HANG).expectException(broken("notice.hangs-already"));
        given(List.of(HUNG, DOWN), new HangNotice(HOUSEHOLD, "村务公开栏", TEXT, may(21)))
                .expectEvents(hung(2, may(21)));
    }

    @Test
    void no_step_is_dated_before_the_one_before_it_or_in_the_future() {
        given(List.of(), new HangNotice(HOUSEHOLD, "栏", TEXT, may(13))).expectException(broken("notice.date-before"));
        given(List.of(HUNG), new TakeNoticeDown(HOUSEHOLD, may(14))).expectException(broken("notice.date-before"));
        given(List.of(HUNG), new TakeNoticeDown(HOUSEHOLD, LocalDate.of(2026, 6, 1)))
                .expectException(broken("notice.date-ahead"));
    }

    @Test
    void M4_it_comes_down_on_the_fifth_day_not_on_the_fourth() {
        given(List.of(HUNG), new TakeNoticeDown(HOUSEHOLD, may(19))).expectException(broken("notice.too-short"));
        given(List.of(HUNG), new TakeNoticeDown(HOUSEHOLD, may(20))).expectEvents(DOWN);
        given(List.of(HUNG, DOWN), new TakeNoticeDown(HOUSEHOLD, may(21))).expectException(broken("notice.down"));
    }

    @Test
    void villagers_object_while_it_hangs() {
        var object = new ObjectToNotice(HOUSEHOLD, Objector.VILLAGER, "该户仍有困难", may(16));
        given(List.of(HUNG), object).expectEvents(OBJECTED);
        given(List.of(HUNG, DOWN), new ObjectToNotice(HOUSEHOLD, Objector.VILLAGER, "x", may(21)))
                .expectException(broken("notice.down"));
    }

    @Test
    void M4_it_stays_while_an_objection_is_open() {
        given(List.of(HUNG, OBJECTED), new TakeNoticeDown(HOUSEHOLD, may(20)))
                .expectException(broken("identification.objection-open"));
        given(List.of(HUNG, OBJECTED, DISMISSED), new TakeNoticeDown(HOUSEHOLD, may(20)))
                .expectEvents(DOWN);
    }

    @Test
    void an_objection_that_was_right_takes_it_down() {
        given(List.of(HUNG, OBJECTED), new ResolveNoticeObjection(HOUSEHOLD, 1, true, "经查属实", may(18)))
                .expectEvents(UPHELD);
        given(List.of(HUNG, OBJECTED, UPHELD), new TakeNoticeDown(HOUSEHOLD, may(20)))
                .expectException(broken("notice.down"));
    }

    @Test
    void an_objection_is_resolved_once_and_only_if_raised() {
        given(List.of(HUNG), new ResolveNoticeObjection(HOUSEHOLD, 1, false, "x", may(18)))
                .expectException(broken("identification.no-such-objection"));
        given(List.of(HUNG, OBJECTED, DISMISSED), new ResolveNoticeObjection(HOUSEHOLD, 1, true, "x", may(18)))
                .expectException(broken("identification.no-such-objection"));
    }

    @Test
    void the_result_is_announced_once_and_only_when_the_county_has_spoken() {
        given(List.of(HUNG, DOWN), ANNOUNCE).expectException(broken("notice.nothing-to-announce"));
        removal = until(REMOVED);
        given(List.of(HUNG, DOWN), ANNOUNCE).expectEvents(ANNOUNCED);
        given(List.of(HUNG, DOWN, ANNOUNCED), ANNOUNCE).expectException(broken("notice.announced-already"));
        given(List.of(HUNG, DOWN), new AnnounceRemoval(HOUSEHOLD, "栏", may(24)))
                .expectException(broken("notice.date-before"));
        given(List.of(HUNG, DOWN), new AnnounceRemoval(HOUSEHOLD, "0751-2251234 门口", may(26)))
                .expectException(broken("identification.notice-shows-phone"));
        removal = until(REMOVED, REVERTED);
        given(List.of(HUNG, DOWN), new AnnounceRemoval(HOUSEHOLD, "栏", may(29)))
                .expectException(broken("notice.nothing-to-announce"));
    }

    @Test
    void before_any_notice_has_hung_there_is_nothing_to_object_to_or_to_take_down() {
        given(List.of(), new ObjectToNotice(HOUSEHOLD, Objector.VILLAGER, "x", may(16)))
                .expectException(broken("notice.down"));
        given(List.of(), new TakeNoticeDown(HOUSEHOLD, may(20))).expectException(broken("notice.down"));
        given(List.of(), new ResolveNoticeObjection(HOUSEHOLD, 1, true, "x", may(18)))
                .expectException(broken("identification.no-such-objection"));
        given(List.of(), ANNOUNCE).expectException(broken("notice.nothing-to-announce"));
    }

    @Test
    void nobody_hangs_it_in_another_village() {
        var stranger = new Actor("cun09", Role.VILLAGE_COMMITTEE, "440233999998", Actor.Channel.WEB);
        fixture.givenNoPriorActivity().when(HANG, stranger.toMeta()).expectException(OutOfDivision.class);
        fixture.given(HUNG)
                .when(new TakeNoticeDown(HOUSEHOLD, may(20)), stranger.toMeta())
                .expectException(OutOfDivision.class);
    }

    private ResultValidator<Notice> given(List<NoticeEvent> history, NoticeCommand step) {
        return fixture.given(history).when(step, VILLAGER.toMeta());
    }
}
