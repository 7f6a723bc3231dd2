package cn.shouwang.monitoring.helper;

import static cn.shouwang.monitoring.helper.Visits.*;
import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HEAD;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.identification.Case.until;
import static cn.shouwang.platform.test.Rules.broken;

import cn.shouwang.monitoring.helper.HelperCommand.*;
import cn.shouwang.monitoring.helper.HelperEvent.*;
import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.household.DecreaseReason;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Persons;
import cn.shouwang.monitoring.household.Register;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.monitoring.identification.Identifications;
import cn.shouwang.monitoring.photo.KeptPhoto;
import cn.shouwang.platform.attachment.Attachments;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelperTest {

    private static final LocalDate TODAY = november(28);
    private static final Actor TOWN = new Actor("zhen01", Role.TOWN_OFFICE, "440233999", Actor.Channel.WEB);
    private static final Actor VISITOR = new Actor("bang01", Role.FIRST_SECRETARY, VILLAGE, Actor.Channel.WEB);
    private static final Actor ELSEWHERE = new Actor("zhen09", Role.TOWN_OFFICE, "440233001", Actor.Channel.WEB);

    private final List<IdentificationEvent> cases = new ArrayList<>(until(DETERMINED));
    private final List<HouseholdEvent> household = new ArrayList<>(registered(BaseType.ORDINARY));
    private boolean over = false;
    private int helped = 0;

    private final FixtureConfiguration<Helper> fixture = new AggregateTestFixture<>(Helper.class)
            .registerInjectableResource(new Register(_ -> household.stream(), _ -> Set.of()))
            .registerInjectableResource(new Identifications(_ -> cases.stream(), (_, _) -> over))
            .registerInjectableResource(
                    new HelperTerms(List.of(new HelperTerms.Edition(EDITION, 5, 1, 3, 6, "a document"))))
            .registerInjectableResource((Caseload) (_, most) -> Math.min(helped, most))
            .registerInjectableResource(Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    // who helps

    @Test
    void a_household_gets_a_helper_and_a_day_for_the_first_visit() {
        asked(assign("bang01", november(13)), TOWN).expectEvents(ASSIGNED);
    }

    @Test
    void one_helper_at_a_time() {
        asked(assign("bang02", november(16)), TOWN, ASSIGNED).expectException(broken("helper.one-at-a-time"));
    }

    @Test
    void a_helper_has_no_more_households_than_the_terms_allow() {
        helped = 4;
        asked(assign("bang01", november(13)), TOWN).expectEvents(ASSIGNED);
        helped = 5;
        asked(assign("bang01", november(13)), TOWN).expectException(broken("helper.too-many-households"));
        asked(replace("bang02", november(16)), TOWN, ASSIGNED).expectException(broken("helper.too-many-households"));
    }

    @Test
    void a_helper_is_replaced_by_another_one() {
        asked(replace("bang02", november(16)), TOWN, ASSIGNED).expectEvents(REPLACED);
        asked(replace("bang01", november(16)), TOWN, ASSIGNED).expectException(broken("helper.same-helper"));
    }

    @Test
    void who_has_no_helper_has_none_to_replace_or_to_end() {
        asked(replace("bang02", november(22)), TOWN, ASSIGNED, ENDED).expectException(broken("helper.none"));
        asked(new EndHelper(HOUSEHOLD, november(22)), TOWN, ASSIGNED, ENDED).expectException(broken("helper.none"));
    }

    @Test
    void a_helpers_task_ends_and_another_one_may_follow() {
        asked(new EndHelper(HOUSEHOLD, november(20)), TOWN, ASSIGNED).expectEvents(ENDED);
        asked(assign("bang01", november(21)), TOWN, ASSIGNED, ENDED)
                .expectEvents(new HelperAssigned(
                        HOUSEHOLD, VILLAGE, 2, "bang01", CONTACT, OFFICE, active(november(21)), november(21)));
    }

    @Test
    void no_change_of_helper_is_before_the_one_before_it_or_ahead() {
        asked(new EndHelper(HOUSEHOLD, november(12)), TOWN, ASSIGNED).expectException(broken("helper.date-before"));
        asked(replace("bang02", november(12)), TOWN, ASSIGNED).expectException(broken("helper.date-before"));
        asked(assign("bang02", november(19)), TOWN, ASSIGNED, ENDED).expectException(broken("helper.date-before"));
        asked(assign("bang01", november(29)), TOWN).expectException(broken("helper.date-ahead"));
    }

    // visits

    @Test
    void a_visit_is_recorded_and_tells_when_the_next_is_due() {
        asked(record(FIRST, november(18)), VISITOR, ASSIGNED).expectEvents(VISITED);
    }

    @Test
    void a_household_without_a_helper_is_visited_too() {
        asked(record(FIRST, november(18)), VISITOR).expectEvents(VISITED);
    }

    @Test
    void a_visit_that_arrives_late_does_not_move_the_next_one() {
        asked(record(SECOND, november(15)), VISITOR, ASSIGNED, VISITED).expectEvents(EARLIER);
    }

    @Test
    void the_number_of_a_visit_is_used_once() {
        asked(record(FIRST, november(18)), VISITOR, VISITED).expectException(broken("helper.visit-known"));
        asked(record(FIRST, november(18)), VISITOR, VISITED, CORRECTED).expectException(broken("helper.visit-known"));
        asked(correct(SECOND, FIRST, november(17)), VISITOR, VISITED, EARLIER)
                .expectException(broken("helper.visit-known"));
    }

    @Test
    void a_visit_is_made_at_a_moment_of_its_day_and_not_ahead() {
        var call = call();
        asked(new RecordVisit(HOUSEHOLD, FIRST, call, at(november(17)), november(18)), VISITOR)
                .expectException(broken("helper.at-another-day"));
        asked(new RecordVisit(HOUSEHOLD, FIRST, call, at(november(28)), november(28)), VISITOR)
                .expectException(broken("helper.date-ahead"));
    }

    @Test
    void a_visit_has_a_visitor_and_meets_members() {
        asked(record(call(List.of(), List.of(HEAD), november(30))), VISITOR)
                .expectException(broken("helper.no-visitor"));
        var stranger = MemberId.of("00000000-0000-4000-8000-0000000000ff");
        asked(record(call(List.of("bang01"), List.of(stranger), november(30))), VISITOR)
                .expectException(broken("helper.unknown-member"));
        asked(record(call(List.of("bang01"), List.of(HEAD), november(18))), VISITOR)
                .expectException(broken("helper.next-before-visit"));
    }

    @Test
    void a_member_who_has_left_since_may_have_been_met() {
        household.add(new MemberDecreased(HOUSEHOLD, VILLAGE, HEAD, DecreaseReason.MOVED_OUT, november(20)));
        asked(record(FIRST, november(18)), VISITOR).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_visit_is_corrected_by_a_further_one() {
        asked(correct(THIRD, FIRST, november(17)), VISITOR, VISITED).expectEvents(CORRECTED);
    }

    @Test
    void only_the_latest_word_on_a_visit_is_corrected() {
        asked(correct(SECOND, FIRST, november(17)), VISITOR, VISITED, CORRECTED)
                .expectException(broken("helper.visit-corrected"));
        asked(correct(SECOND, THIRD, november(17)), VISITOR, VISITED).expectException(broken("helper.unknown-visit"));
    }

    // photos

    @Test
    void a_photo_the_visit_named_is_taken_and_keeps_the_time_of_the_visit() {
        asked(photo(FIRST, NAMED), VISITOR, VISITED).expectEvents(PHOTO_ADDED);
    }

    @Test
    void a_photo_the_visit_did_not_name_is_refused() {
        asked(photo(FIRST, digest(1)), VISITOR, VISITED).expectException(broken("helper.photo-not-named"));
    }

    @Test
    void a_visit_that_named_none_takes_any_photo_but_each_once_and_no_more_than_twelve() {
        var visited = naming(List.of());
        asked(photo(FIRST, digest(1)), VISITOR, visited).expectSuccessfulHandlerExecution();
        asked(photo(FIRST, digest(2)), VISITOR, visited, came(1)).expectSuccessfulHandlerExecution();
        asked(photo(FIRST, digest(1)), VISITOR, visited, came(1)).expectException(broken("helper.photo-twice"));
        var same = new AddVisitPhoto(HOUSEHOLD, FIRST, digest(2), kept("like " + digest(1)), TODAY);
        asked(same, VISITOR, visited, came(1)).expectException(broken("helper.photo-twice"));
        var full =
                Stream.concat(Stream.of(visited), IntStream.range(0, Album.MOST).mapToObj(HelperTest::came));
        asked(photo(FIRST, digest(99)), VISITOR, full.toArray(HelperEvent[]::new))
                .expectException(broken("helper.photos-enough"));
    }

    @Test
    void a_photo_sent_twice_is_known() {
        asked(photo(FIRST, NAMED), VISITOR, VISITED, PHOTO_ADDED).expectException(broken("helper.photo-twice"));
    }

    @Test
    void a_photo_is_of_a_visit_that_is_there_and_not_corrected() {
        asked(photo(SECOND, NAMED), VISITOR, VISITED).expectException(broken("helper.unknown-visit"));
        asked(photo(FIRST, NAMED), VISITOR, VISITED, CORRECTED).expectException(broken("helper.photo-of-corrected"));
        asked(photo(FIRST, NAMED), ELSEWHERE, VISITED).expectException(OutOfDivision.class);
    }

    @Test
    void a_corrected_visit_keeps_the_photos_it_names_that_came_before() {
        asked(correct(THIRD, FIRST, november(17)), VISITOR, VISITED, PHOTO_ADDED)
                .expectEvents(CORRECTED, PHOTOS_KEPT);
        asked(photo(THIRD, NAMED), VISITOR, VISITED, PHOTO_ADDED, CORRECTED, PHOTOS_KEPT)
                .expectException(broken("helper.photo-twice"));
        asked(correct(THIRD, FIRST, november(17)), VISITOR, naming(List.of()), came(1))
                .expectEvents(CORRECTED);
    }

    // how often

    @Test
    void households_are_visited_the_more_often_the_more_they_need_it() {
        nextAfterVisit(new NextVisit(LocalDate.of(2025, 12, 18), VisitKind.ACTIVE, EDITION));
        over = true;
        nextAfterVisit(new NextVisit(LocalDate.of(2026, 2, 18), VisitKind.REMOVED, EDITION));
        cases.clear();
        nextAfterVisit(null);
        household.set(0, registered(BaseType.LIFTED).getFirst());
        nextAfterVisit(new NextVisit(LocalDate.of(2026, 5, 18), VisitKind.LIFTED, EDITION));
    }

    @Test
    void a_household_elsewhere_is_out_of_reach() {
        asked(assign("bang01", november(13)), ELSEWHERE).expectException(OutOfDivision.class);
        asked(record(FIRST, november(18)), ELSEWHERE).expectException(OutOfDivision.class);
        asked(new EndHelper(HOUSEHOLD, november(20)), ELSEWHERE, ASSIGNED).expectException(OutOfDivision.class);
    }

    private void nextAfterVisit(@Nullable NextVisit next) {
        asked(record(FIRST, november(18)), VISITOR)
                .expectEvents(new VisitRecorded(
                        HOUSEHOLD,
                        VILLAGE,
                        FIRST,
                        call(),
                        november(18),
                        next,
                        "bang01",
                        at(november(18)),
                        november(18)));
    }

    private ResultValidator<Helper> asked(HelperCommand command, Actor actor, HelperEvent... history) {
        var given = history.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) history);
        return given.when(command, actor.toMeta());
    }

    private static AssignHelper assign(String account, LocalDate on) {
        return new AssignHelper(HOUSEHOLD, account, CONTACT, OFFICE, on);
    }

    private static ReplaceHelper replace(String account, LocalDate on) {
        return new ReplaceHelper(HOUSEHOLD, account, OTHER_CONTACT, OFFICE, on);
    }

    private static RecordVisit record(VisitId visit, LocalDate on) {
        return new RecordVisit(HOUSEHOLD, visit, call(), at(on), on);
    }

    private static RecordVisit record(Call call) {
        return new RecordVisit(HOUSEHOLD, FIRST, call, at(november(18)), november(18));
    }

    private static CorrectVisit correct(VisitId visit, VisitId corrects, LocalDate on) {
        return new CorrectVisit(HOUSEHOLD, visit, corrects, call(), at(on), on);
    }

    private static AddVisitPhoto photo(VisitId visit, String digest) {
        return new AddVisitPhoto(
                HOUSEHOLD, visit, digest, kept(digest.equals(NAMED) ? SHOT.likeness() : "like " + digest), TODAY);
    }

    private static KeptPhoto kept(String likeness) {
        return new KeptPhoto(
                SHOT.photo(),
                new Attachments.Kept(SHOT.bytes(), SHOT.sha256()),
                SHOT.width(),
                SHOT.height(),
                likeness,
                SHOT.position(),
                SHOT.takenAt());
    }

    private static VisitRecorded naming(List<String> photos) {
        var call = call();
        return new VisitRecorded(
                HOUSEHOLD,
                VILLAGE,
                FIRST,
                new Call(
                        call.mode(),
                        call.visitors(),
                        call.met(),
                        call.guarantees(),
                        call.incomeDeltaFen(),
                        call.signed(),
                        call.nextOn(),
                        photos,
                        call.words(),
                        call.place()),
                november(18),
                active(november(18)),
                "bang01",
                at(november(18)),
                november(18));
    }

    private static VisitPhotoAdded came(int number) {
        var shot = Shot.of(digest(number), kept("like " + digest(number)));
        return new VisitPhotoAdded(HOUSEHOLD, VILLAGE, FIRST, shot, at(november(18)), november(18));
    }

    private static String digest(int number) {
        return "%064x".formatted(number);
    }

    private static List<HouseholdEvent> registered(BaseType baseType) {
        return List.of(
                new HouseholdRegistered(HOUSEHOLD, VILLAGE, baseType, null, null, november(1)),
                new MemberAdded(HOUSEHOLD, VILLAGE, HEAD, Persons.of(Persons.MAN, Relation.HEAD), november(1)));
    }
}
