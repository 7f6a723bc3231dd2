package cn.shouwang.monitoring.profile;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Further particulars. `phone` is kept as it is told, so that a wrong one can be shown and put
/// right; `nationalNumber` is the 人编号 of the national system, opaque; `ethnicGroup` the two digits
/// of GB/T 3304, 97 and 98 for those outside the list.
public record Particulars(
        @Nullable @Pattern(regexp = "[0-9-]{1,20}") String phone,
        @Nullable @Size(max = 40) String nationalNumber,
        @Nullable @Pattern(regexp = "[0-9]{2}") String ethnicGroup,
        @Nullable PoliticalStatus politicalStatus,
        @Nullable Boolean mandarin,
        @Nullable Unemployed graduateWithoutWork) {

    /// 政治面貌. Stored by name: add, never rename.
    public enum PoliticalStatus {
        /// 中共党员
        PARTY_MEMBER,
        /// 中共预备党员
        PROBATIONARY_MEMBER,
        /// 共青团员
        LEAGUE_MEMBER,
        /// 群众
        NONE,
        /// 其他
        OTHER
    }

    /// 高校毕业生未就业原因. Stored by name: add, never rename.
    public enum Unemployed {
        /// 求职中
        SEEKING,
        /// 升学、备考
        STUDYING,
        /// 因病、因残
        UNABLE,
        /// 照料家庭
        CARING,
        /// 无就业意愿
        UNWILLING,
        /// 其他
        OTHER
    }

    /// These, with the national number that was known before where they tell none.
    Particulars after(@Nullable Particulars before) {
        return nationalNumber != null || before == null
                ? this
                : new Particulars(
                        phone, before.nationalNumber, ethnicGroup, politicalStatus, mandarin, graduateWithoutWork);
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Particulars";
    }
}
