package cn.shouwang.monitoring.contract;

import static cn.shouwang.monitoring.identification.Case.DETERMINED;
import static cn.shouwang.monitoring.identification.Case.HOUSEHOLD;
import static cn.shouwang.monitoring.identification.Case.REJECTED;
import static cn.shouwang.monitoring.identification.Case.VILLAGE;
import static cn.shouwang.monitoring.identification.Case.november;
import static cn.shouwang.monitoring.report.Samples.ACCEPT_BY;
import static cn.shouwang.monitoring.report.Samples.APPLICANT;
import static cn.shouwang.monitoring.report.Samples.DELEGATE;
import static cn.shouwang.monitoring.report.Samples.MONDAY;
import static cn.shouwang.monitoring.report.Samples.NEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.assistance.AssistanceEvent.MeasureDelivered;
import cn.shouwang.monitoring.assistance.Family;
import cn.shouwang.monitoring.assistance.Helped;
import cn.shouwang.monitoring.clue.ClueChannel;
import cn.shouwang.monitoring.clue.ClueEvent.ClueClosed;
import cn.shouwang.monitoring.clue.ClueEvent.ClueRegistered;
import cn.shouwang.monitoring.clue.ClueId;
import cn.shouwang.monitoring.clue.ClueOutcome;
import cn.shouwang.monitoring.clue.RiskType;
import cn.shouwang.monitoring.clue.Subject;
import cn.shouwang.monitoring.notice.Papers;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.monitoring.removal.Way;
import cn.shouwang.monitoring.report.ReportEvent;
import cn.shouwang.monitoring.report.ReportEvent.DelegatedReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.PhoneReportRecorded;
import cn.shouwang.monitoring.report.ReportEvent.ReportAccepted;
import cn.shouwang.monitoring.report.ReportEvent.ReportWithdrawn;
import cn.shouwang.monitoring.report.ReportEvent.SelfReportSubmitted;
import cn.shouwang.monitoring.report.ReportEvent.WindowReportRecorded;
import cn.shouwang.monitoring.report.ReportId;
import cn.shouwang.monitoring.report.Samples;
import cn.shouwang.platform.messaging.Outgoing;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.test.ContractSamples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PLACE = "440233101203";
    private static final ReportId REPORT = ReportId.of("3e1a9a52-5a0e-4c0c-8a35-1f2f6f1c2001");
    private static final ClueId CLUE = ClueId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");

    private final Published published = new Published();

    @Test
    void a_determined_household_is_published_under_its_id() {
        var outgoing = published.of(recorded(DETERMINED)).orElseThrow();
        assertThat(outgoing.type()).isEqualTo("monitoring.household-determined.v1");
        assertThat(outgoing.subject()).isEqualTo(HOUSEHOLD.toString());
        assertThat(written(outgoing)).isEqualTo(JSON.readTree("""
                        {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                         "category": "MARGINAL", "risks": ["ILLNESS", "LABOUR_SHORTAGE"],
                         "determinedOn": "2025-11-12", "incomePerHeadFen": 1161000, "lineFen": 1161000,
                         "members": [
                           {"member": "00000000-0000-4000-8000-000000000001", "ability": "ORDINARY"},
                           {"member": "00000000-0000-4000-8000-000000000002", "ability": "WEAK_OR_HALF"}]}"""));
    }

    @Test
    void the_end_of_monitoring_is_published_and_that_it_goes_on_after_all() {
        assertTold(Way.REMOVED, "monitoring.risk-removed.v1", """
                {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                 "mode": "BY_ASSISTANCE", "removedOn": "2026-05-25", "months": 6, "incomePerHeadFen": 1161001,
                 "lineFen": 1161000}""");
        assertTold(Way.REVERTED, "monitoring.removal-reverted.v1", """
                {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                 "revertedOn": "2026-05-28"}""");
        assertTold(Way.CLOSED, "monitoring.natural-decrease-recorded.v1", """
                {"household": "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11", "village": "440233999999", "cycle": 1,
                 "ground": "ALL_DIED", "endedOn": "2026-05-20"}""");
    }

    @Test
    void what_leads_to_a_removal_stays_here() {
        for (var event : List.of(Way.PROPOSED, Way.VISITED, Way.BLOCKED, Way.APPRAISED, Way.REVIEWED, Papers.HUNG)) {
            assertThat(published.of(recorded(event))).isEmpty();
        }
    }

    @Test
    void a_delivered_measure_is_published_exactly_as_its_sample() {
        var outgoing = published.of(recorded(Helped.DELIVERED)).orElseThrow();
        assertThat(outgoing.type()).isEqualTo("monitoring.household-helped.v1");
        assertThat(outgoing.subject()).isEqualTo(HOUSEHOLD.toString());
        assertThat(written(outgoing)).isEqualTo(ContractSamples.sample("monitoring/household-helped.v1"));
    }

    @Test
    void a_delivery_of_before_that_told_no_risk_is_published_without_one() {
        var delivered = new MeasureDelivered(
                HOUSEHOLD, VILLAGE, 1, Helped.MEASURE, Family.HEALTH, null, 50_000, "银行回单001", november(15));
        var data = written(published.of(recorded(delivered)).orElseThrow());
        assertThat(data.has("risk")).isFalse();
        assertThat(ContractSamples.errors("monitoring/household-helped.v1", data))
                .isEmpty();
    }

    @Test
    void what_leads_to_help_and_ends_it_stays_here() {
        for (var event :
                List.of(Helped.AID, Helped.PLANNED, Helped.APPROVED, Helped.COMPLETED, Helped.CANCELLED, Helped.LACK)) {
            assertThat(published.of(recorded(event))).isEmpty();
        }
    }

    @Test
    void every_family_and_risk_and_channel_and_way_is_one_of_the_contract() {
        assertThat(constants("household-helped.v1", "family")).isEqualTo(names(Family.values()));
        assertThat(constants("household-helped.v1", "risk")).isEqualTo(names(RiskType.values()));
        assertThat(constants("clue-registered.v1", "channel")).isEqualTo(names(ClueChannel.values()));
        assertThat(constants("report-received.v1", "way")).isEqualTo(names(cn.shouwang.monitoring.report.Way.values()));
    }

    @Test
    void a_report_is_published_by_whichever_way_it_came_and_without_whose_it_is() {
        var day = LocalDate.of(2025, 3, 3);
        assertThat(received(new SelfReportSubmitted(REPORT, PLACE, APPLICANT, NEED, ACCEPT_BY, day)))
                .isEqualTo(ContractSamples.sample("monitoring/report-received.v1"));
        assertThat(received(new DelegatedReportSubmitted(REPORT, PLACE, APPLICANT, NEED, DELEGATE, ACCEPT_BY, day))
                        .get("way"))
                .hasToString("\"DELEGATED\"");
        var caller = Phone.of("07512250000");
        assertThat(received(new PhoneReportRecorded(REPORT, PLACE, APPLICANT, NEED, caller, ACCEPT_BY, day))
                        .get("way"))
                .hasToString("\"PHONE\"");
        var clerk = Role.VILLAGE_COMMITTEE;
        assertThat(received(new WindowReportRecorded(REPORT, PLACE, APPLICANT, NEED, "cun01", clerk, ACCEPT_BY, day))
                        .get("way"))
                .hasToString("\"WINDOW\"");
    }

    private JsonNode received(ReportEvent event) {
        var outgoing = published.of(recorded(event)).orElseThrow();
        assertThat(outgoing.type()).isEqualTo("monitoring.report-received.v1");
        assertThat(outgoing.subject()).isEqualTo(REPORT.toString());
        return written(outgoing);
    }

    @Test
    void a_report_by_its_id_of_the_trial_histories_is_published_too() {
        var event = new SelfReportSubmitted(Samples.REPORT, PLACE, APPLICANT, NEED, ACCEPT_BY, MONDAY);
        var data = written(published.of(recorded(event)).orElseThrow());
        assertThat(ContractSamples.errors("monitoring/report-received.v1", data))
                .isEmpty();
    }

    @Test
    void what_becomes_of_a_report_stays_here() {
        assertThat(published.of(recorded(new ReportWithdrawn(REPORT, PLACE, MONDAY))))
                .isEmpty();
        assertThat(published.of(recorded(new ReportAccepted(
                        REPORT, PLACE, cn.shouwang.monitoring.report.Way.QR, APPLICANT, NEED.reasons(), MONDAY))))
                .isEmpty();
    }

    @Test
    void a_clue_is_published_with_its_report_if_it_has_one() {
        assertThat(registered(clue(ClueChannel.SELF_QR, REPORT)))
                .isEqualTo(ContractSamples.sample("monitoring/clue-registered.v1"));
        var seen = registered(clue(ClueChannel.GRASSROOTS_CHECK, null));
        assertThat(seen.has("report")).isFalse();
        assertThat(ContractSamples.errors("monitoring/clue-registered.v1", seen))
                .isEmpty();
        assertThat(published.of(
                        recorded(new ClueClosed(CLUE, PLACE, ClueOutcome.POLICY_SOLVED, "已修缮", REPORT, MONDAY))))
                .isEmpty();
    }

    private static ClueRegistered clue(ClueChannel channel, @Nullable ReportId report) {
        var subject = new Subject(APPLICANT.name(), APPLICANT.phone(), APPLICANT.document());
        return new ClueRegistered(
                CLUE, PLACE, channel, report, subject, NEED.reasons(), "走访发现", ACCEPT_BY, MONDAY.plusDays(1));
    }

    private JsonNode registered(ClueRegistered event) {
        var outgoing = published.of(recorded(event)).orElseThrow();
        assertThat(outgoing.type()).isEqualTo("monitoring.clue-registered.v1");
        assertThat(outgoing.subject()).isEqualTo(CLUE.toString());
        return written(outgoing);
    }

    private static JsonNode written(Outgoing outgoing) {
        return JSON.readTree(JSON.writeValueAsString(outgoing.data()));
    }

    private static List<String> constants(String contract, String property) {
        return ContractSamples.schema("monitoring/" + contract)
                .get("properties")
                .get(property)
                .get("enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private void assertTold(Object event, String type, String data) {
        var outgoing = published.of(recorded(event)).orElseThrow();
        assertThat(outgoing.type()).isEqualTo(type);
        assertThat(outgoing.subject()).isEqualTo(HOUSEHOLD.toString());
        assertThat(written(outgoing)).isEqualTo(JSON.readTree(data));
    }

    @Test
    void a_rejection_stays_here() {
        assertThat(published.of(recorded(REJECTED))).isEmpty();
    }

    @Test
    void an_event_nobody_decided_about_is_not_passed_over_in_silence() {
        assertThatThrownBy(() -> published.of(recorded("a text"))).isInstanceOf(IllegalStateException.class);
    }

    private static Recorded recorded(Object event) {
        return new Recorded(7, "s", 0, "id", Instant.EPOCH, event, MetaData.emptyInstance());
    }
}
