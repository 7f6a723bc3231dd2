package cn.shouwang.monitoring.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordEndOfWork;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordIncome;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordOverdueLoan;
import cn.shouwang.monitoring.receipt.ReceiptCommand.RecordWork;
import cn.shouwang.platform.messaging.InboxPolicy;
import cn.shouwang.platform.messaging.Received;
import cn.shouwang.platform.parking.Unreadable;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.test.ContractSamples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxPoliciesTest {

    private static final HouseholdId HOUSEHOLD = HouseholdId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final MemberId MEMBER = MemberId.of("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01");
    private static final UUID WORK = source("b");

    private static final Map<String, InboxPolicy> POLICIES = Map.of(
            "employment/wage-paid.v1", new WhenPaidThenRecordIncome(),
            "industry/linkage-benefit-recorded.v1", new WhenPaidThenRecordIncome(),
            "industry/reward-paid.v1", new WhenPaidThenRecordIncome(),
            "asset/distribution-paid.v1", new WhenPaidThenRecordIncome(),
            "employment/person-hired.v1", new WhenEmploymentChangedThenRecordWork(),
            "employment/employment-ended.v1", new WhenEmploymentChangedThenRecordWork(),
            "industry/loan-overdue.v1", new WhenLoanOverdueThenRecordOverdueLoan());

    @Test
    void a_wage_is_an_income_of_the_member() {
        assertThat(sent("employment/wage-paid.v1"))
                .containsExactly(new RecordIncome(
                        HOUSEHOLD,
                        MEMBER,
                        new Receipt(source("a"), ReceiptKind.WAGE, 312_050, day(9, 1), day(9, 30)),
                        day(10, 15)));
    }

    @Test
    void benefit_reward_and_share_are_income_of_the_household() {
        assertThat(sent("industry/linkage-benefit-recorded.v1"))
                .containsExactly(income(
                        new Receipt(source("c"), ReceiptKind.LINKAGE_BENEFIT, 80_000, day(1, 1), day(6, 30)),
                        day(7, 10)));
        assertThat(sent("industry/reward-paid.v1"))
                .containsExactly(income(
                        new Receipt(source("d"), ReceiptKind.REWARD, 150_000, day(11, 1), day(11, 1)), day(11, 1)));
        assertThat(sent("asset/distribution-paid.v1"))
                .containsExactly(income(
                        new Receipt(
                                source("f"),
                                ReceiptKind.DISTRIBUTION,
                                60_000,
                                LocalDate.of(2024, 1, 1),
                                LocalDate.of(2024, 12, 31)),
                        day(3, 20)));
    }

    @Test
    void hiring_and_its_end_and_an_overdue_loan_are_recorded() {
        assertThat(sent("employment/person-hired.v1"))
                .containsExactly(new RecordWork(HOUSEHOLD, WORK, MEMBER, day(8, 1)));
        assertThat(sent("employment/employment-ended.v1"))
                .containsExactly(new RecordEndOfWork(HOUSEHOLD, WORK, MEMBER, day(10, 31)));
        assertThat(sent("industry/loan-overdue.v1"))
                .containsExactly(new RecordOverdueLoan(HOUSEHOLD, source("e"), day(10, 1), day(10, 9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"employment/wage-paid.v1", "employment/person-hired.v1", "industry/loan-overdue.v1"})
    void without_a_household_nothing_can_be_read(String contract) {
        var data = (ObjectNode) ContractSamples.sample(contract);
        data.remove("household");
        assertThatThrownBy(() -> sent(contract, data)).isInstanceOf(Unreadable.class);
    }

    @Test
    void every_policy_listens_to_what_it_can_read() {
        POLICIES.forEach((contract, policy) -> assertThat(policy.types()).contains(type(contract)));
    }

    private static List<Object> sent(String contract) {
        return sent(contract, ContractSamples.sample(contract));
    }

    private static List<Object> sent(String contract, JsonNode data) {
        var sent = new ArrayList<>();
        var received = new Received(
                contract.substring(0, contract.indexOf('/')),
                7,
                type(contract),
                HOUSEHOLD.toString(),
                Instant.EPOCH,
                data);
        Objects.requireNonNull(POLICIES.get(contract)).react(received, (_, command, division) -> {
            assertThat(division).isEqualTo("440233");
            sent.add(command);
            return new Accepted("c", 8, true);
        });
        return sent;
    }

    private static String type(String contract) {
        return "cn.shouwang." + contract.replace('/', '.');
    }

    private static RecordIncome income(Receipt receipt, LocalDate on) {
        return new RecordIncome(HOUSEHOLD, null, receipt, on);
    }

    private static UUID source(String letter) {
        return UUID.fromString("3e1a9a52-5a0e-4c0c-8a35-1f2f6f1c0" + letter + "01");
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2025, month, day);
    }
}
