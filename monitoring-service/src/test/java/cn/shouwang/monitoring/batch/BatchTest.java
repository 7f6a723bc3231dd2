package cn.shouwang.monitoring.batch;

import static cn.shouwang.monitoring.batch.Sample.ANNOUNCED;
import static cn.shouwang.monitoring.batch.Sample.APPROVED;
import static cn.shouwang.monitoring.batch.Sample.BATCH;
import static cn.shouwang.monitoring.batch.Sample.COMPARED;
import static cn.shouwang.monitoring.batch.Sample.COUNTY;
import static cn.shouwang.monitoring.batch.Sample.DAY;
import static cn.shouwang.monitoring.batch.Sample.DISCARDED;
import static cn.shouwang.monitoring.batch.Sample.MARCH;
import static cn.shouwang.monitoring.batch.Sample.RECEIVED;
import static cn.shouwang.platform.test.Rules.broken;
import static java.time.ZoneOffset.UTC;

import cn.shouwang.monitoring.batch.BatchCommand.AnnounceBatch;
import cn.shouwang.monitoring.batch.BatchCommand.ApproveBatch;
import cn.shouwang.monitoring.batch.BatchCommand.DiscardBatch;
import cn.shouwang.monitoring.batch.BatchCommand.ReceiveDataset;
import cn.shouwang.monitoring.batch.BatchCommand.RecordComparison;
import cn.shouwang.monitoring.batch.BatchEvent.BatchAnnounced;
import cn.shouwang.monitoring.comparison.ComparisonSettings;
import cn.shouwang.monitoring.comparison.ComparisonSettings.Ground;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Period;
import cn.shouwang.monitoring.sheet.Verdict;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchTest {

    private static final Actor DEPARTMENT = actor("yibao", Role.DEPARTMENT_OFFICER, COUNTY);
    private static final Actor OTHER_DEPARTMENT = actor("minzheng", Role.DEPARTMENT_OFFICER, COUNTY);
    private static final Actor COUNTY_OFFICER = actor("bangfu", Role.COUNTY_OFFICER, COUNTY);
    private static final ComparisonSettings SETTINGS = new ComparisonSettings(
            1,
            1,
            "1MB",
            1,
            "",
            1,
            List.of(
                    new Ground("minfa-2022-85", LocalDate.of(2022, 11, 1), true, "民发〔2022〕85号"),
                    new Ground("household-authorization", LocalDate.of(2021, 1, 1), false, "承诺授权书")));

    private final FixtureConfiguration<Batch> batch = new AggregateTestFixture<>(Batch.class)
            .registerInjectableResource(Clock.fixed(DAY.atStartOfDay().toInstant(UTC), UTC))
            .registerInjectableResource(SETTINGS);

    @Test
    void M5_a_batch_is_announced_with_the_legal_basis_as_it_stands() {
        batch.givenNoPriorActivity()
                .when(announce("minfa-2022-85", DAY), DEPARTMENT.toMeta())
                .expectEvents(ANNOUNCED);
    }

    @Test
    void M5_signatures_of_households_are_a_basis_that_is_no_push() {
        batch.givenNoPriorActivity()
                .when(announce("household-authorization", DAY), DEPARTMENT.toMeta())
                .expectEvents(new BatchAnnounced(
                        BATCH,
                        COUNTY,
                        Dataset.MEDICAL_SETTLEMENT,
                        MARCH,
                        new Basis("household-authorization", "承诺授权书", false, "新医保函〔2025〕3号"),
                        DAY));
    }

    @Test
    void M5_without_a_basis_that_is_in_force_nothing_begins() {
        batch.givenNoPriorActivity()
                .when(announce("any", DAY), DEPARTMENT.toMeta())
                .expectException(broken("batch.basis-unknown"));
        batch.givenNoPriorActivity()
                .when(
                        new AnnounceBatch(
                                BATCH,
                                Dataset.DEATH,
                                new Period(LocalDate.of(2022, 9, 1), LocalDate.of(2022, 9, 30)),
                                "minfa-2022-85",
                                null,
                                LocalDate.of(2022, 10, 1)),
                        DEPARTMENT.toMeta())
                .expectException(broken("batch.basis-unknown"));
    }

    @Test
    void data_are_about_days_that_have_been_and_announced_on_one_that_has() {
        batch.givenNoPriorActivity()
                .when(announce("minfa-2022-85", DAY.plusDays(1)), DEPARTMENT.toMeta())
                .expectException(broken("batch.date-ahead"));
        batch.givenNoPriorActivity()
                .when(
                        new AnnounceBatch(
                                BATCH, Dataset.DEATH, new Period(DAY, DAY.plusDays(1)), "minfa-2022-85", null, DAY),
                        DEPARTMENT.toMeta())
                .expectException(broken("batch.period-ahead"));
    }

    @Test
    void a_batch_has_one_file() {
        by(DEPARTMENT, ANNOUNCED)
                .when(new ReceiveDataset(BATCH, RECEIVED.staged(), DAY), DEPARTMENT.toMeta())
                .expectEvents(RECEIVED);
        by(DEPARTMENT, ANNOUNCED, RECEIVED)
                .when(new ReceiveDataset(BATCH, RECEIVED.staged(), DAY), DEPARTMENT.toMeta())
                .expectException(broken("batch.file-there"));
    }

    @Test
    void a_department_touches_only_what_its_own_account_announced() {
        by(DEPARTMENT, ANNOUNCED)
                .when(new ReceiveDataset(BATCH, RECEIVED.staged(), DAY), OTHER_DEPARTMENT.toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void another_county_does_not_reach_it() {
        by(DEPARTMENT, ANNOUNCED, RECEIVED)
                .when(
                        new ApproveBatch(BATCH, DAY),
                        actor("x", Role.COUNTY_OFFICER, "440281").toMeta())
                .expectException(OutOfDivision.class);
    }

    @Test
    void the_county_approves_what_a_department_sent() {
        by(DEPARTMENT, ANNOUNCED, RECEIVED)
                .when(new ApproveBatch(BATCH, DAY), COUNTY_OFFICER.toMeta())
                .expectEvents(APPROVED);
    }

    @Test
    void who_sent_a_file_does_not_approve_it() {
        by(COUNTY_OFFICER, ANNOUNCED, RECEIVED)
                .when(new ApproveBatch(BATCH, DAY), COUNTY_OFFICER.toMeta())
                .expectException(broken("batch.approved-by-sender"));
    }

    @Test
    void a_file_without_an_accepted_row_is_not_approved() {
        by(DEPARTMENT, ANNOUNCED, Sample.received(Map.of(Verdict.ID_MISSING, 10)))
                .when(new ApproveBatch(BATCH, DAY), COUNTY_OFFICER.toMeta())
                .expectException(broken("batch.nothing-accepted"));
    }

    @Test
    void only_a_staged_batch_is_approved_and_once() {
        refusedApproval("batch.file-missing", ANNOUNCED);
        refusedApproval("batch.already-approved", ANNOUNCED, RECEIVED, APPROVED);
        refusedApproval("batch.discarded", ANNOUNCED, RECEIVED, DISCARDED);
    }

    @Test
    void a_batch_is_discarded_before_it_is_approved() {
        var discard = new DiscardBatch(BATCH, DiscardReason.WRONG_FILE, DAY);
        by(DEPARTMENT, ANNOUNCED, RECEIVED).when(discard, DEPARTMENT.toMeta()).expectEvents(DISCARDED);
        by(DEPARTMENT, ANNOUNCED).when(discard, COUNTY_OFFICER.toMeta()).expectEvents(DISCARDED);
        by(DEPARTMENT, ANNOUNCED, RECEIVED, APPROVED)
                .when(discard, COUNTY_OFFICER.toMeta())
                .expectException(broken("batch.already-approved"));
    }

    @Test
    void an_approved_batch_is_compared_once() {
        var record = new RecordComparison(BATCH, COMPARED.edition(), 7, COMPARED.hits(), 0, DAY);
        var system = Actor.policy("p", COUNTY).toMeta();
        by(DEPARTMENT, ANNOUNCED, RECEIVED, APPROVED).when(record, system).expectEvents(COMPARED);
        by(DEPARTMENT, ANNOUNCED, RECEIVED).when(record, system).expectException(broken("batch.not-approved"));
        by(DEPARTMENT, ANNOUNCED, RECEIVED, APPROVED, COMPARED)
                .when(record, system)
                .expectException(broken("batch.not-approved"));
    }

    @Test
    void no_step_is_dated_before_the_last_one() {
        by(DEPARTMENT, ANNOUNCED, RECEIVED)
                .when(new ApproveBatch(BATCH, DAY.minusDays(1)), COUNTY_OFFICER.toMeta())
                .expectException(broken("batch.date-before"));
    }

    private void refusedApproval(String rule, BatchEvent... history) {
        by(DEPARTMENT, history)
                .when(new ApproveBatch(BATCH, DAY), COUNTY_OFFICER.toMeta())
                .expectException(broken(rule));
    }

    private TestExecutor<Batch> by(Actor actor, BatchEvent... history) {
        return batch.given(List.of(history).stream()
                .map(event -> new GenericEventMessage<>(event, actor.toMeta()))
                .toList());
    }

    private static AnnounceBatch announce(String ground, LocalDate on) {
        return new AnnounceBatch(BATCH, Dataset.MEDICAL_SETTLEMENT, MARCH, ground, "新医保函〔2025〕3号", on);
    }

    private static Actor actor(String account, Role role, String division) {
        return new Actor(account, role, division, Actor.Channel.WEB);
    }
}
