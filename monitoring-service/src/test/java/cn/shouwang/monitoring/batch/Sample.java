package cn.shouwang.monitoring.batch;

import cn.shouwang.monitoring.batch.BatchEvent.BatchAnnounced;
import cn.shouwang.monitoring.batch.BatchEvent.BatchApproved;
import cn.shouwang.monitoring.batch.BatchEvent.BatchCompared;
import cn.shouwang.monitoring.batch.BatchEvent.BatchDiscarded;
import cn.shouwang.monitoring.batch.BatchEvent.DatasetReceived;
import cn.shouwang.monitoring.batch.Staged.Piece;
import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.comparison.Hit;
import cn.shouwang.monitoring.comparison.Standing;
import cn.shouwang.monitoring.dataset.Dataset;
import cn.shouwang.monitoring.dataset.Period;
import cn.shouwang.monitoring.household.HouseholdId;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.sheet.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One batch, step by step.
public final class Sample {

    public static final BatchId BATCH = BatchId.of("batch-7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e22");
    public static final LocalDate DAY = LocalDate.of(2025, 4, 2);
    public static final String COUNTY = "440233";
    static final Period MARCH = new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31));

    public static final Hit HIT = new Hit(
            "medical-inpatient",
            Effect.ALERT,
            HouseholdId.of("00000000-0000-4000-8000-0000000000aa"),
            "440233999999",
            MemberId.of("00000000-0000-4000-8000-000000000001"),
            Standing.LIFTED,
            "2025-03",
            1_234_500,
            600_000,
            41);

    static final BatchAnnounced ANNOUNCED = new BatchAnnounced(
            BATCH,
            COUNTY,
            Dataset.MEDICAL_SETTLEMENT,
            MARCH,
            new Basis("minfa-2022-85", "民发〔2022〕85号", true, "新医保函〔2025〕3号"),
            DAY);
    static final DatasetReceived RECEIVED = received(Map.of(Verdict.ACCEPTED, 8, Verdict.ID_CHECK_DIGIT, 2));
    static final BatchApproved APPROVED = new BatchApproved(BATCH, COUNTY, Dataset.MEDICAL_SETTLEMENT, DAY);
    static final BatchDiscarded DISCARDED = new BatchDiscarded(BATCH, COUNTY, DiscardReason.WRONG_FILE, DAY);
    public static final BatchCompared COMPARED = new BatchCompared(
            BATCH, COUNTY, Dataset.MEDICAL_SETTLEMENT, LocalDate.of(2021, 1, 1), 7, List.of(HIT), 0, DAY);

    private Sample() {}

    static DatasetReceived received(Map<Verdict, Integer> verdicts) {
        return new DatasetReceived(
                BATCH,
                COUNTY,
                Dataset.MEDICAL_SETTLEMENT,
                new Staged(
                        "5f1c",
                        2_048,
                        10,
                        verdicts,
                        List.of(new Piece(BATCH + ":5f1c:facts-0", "aa01")),
                        new Piece(BATCH + ":5f1c:errors", "aa02")),
                DAY);
    }
}
