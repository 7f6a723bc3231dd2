package cn.shouwang.monitoring.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Work for a wage away from the own land (务工). `months` are those worked in the year of the form;
/// `current` tells that the member works now.
public record Work(
        boolean current,
        @Nullable @Valid Place place,
        @Nullable @Min(0) @Max(12) Integer months,
        @Nullable @Size(max = 100) String employer,
        @Nullable Sector sector,
        @Nullable Channel channel,
        @Nullable @PositiveOrZero Long monthlyWageFen,
        @Nullable Boolean pointToPoint) {

    /// Where: the county's code of 6 digits, or words, and whether it lies abroad.
    public record Place(
            @Nullable @Pattern(regexp = "\\d{6}") String county,
            @Nullable @Size(max = 100) String text,
            boolean abroad) {

        /// Whether nothing is said.
        boolean saysNothing() {
            return county == null && (text == null || text.isBlank());
        }
    }

    /// 就业行业. Stored by name: add, never rename.
    public enum Sector {
        /// 农林牧渔业
        AGRICULTURE,
        /// 采矿业
        MINING,
        /// 制造业
        MANUFACTURING,
        /// 建筑业
        CONSTRUCTION,
        /// 交通运输、仓储和邮政业
        TRANSPORT,
        /// 批发和零售业
        TRADE,
        /// 住宿和餐饮业
        CATERING,
        /// 居民服务业
        HOUSEHOLD_SERVICES,
        /// 其他
        OTHER
    }

    /// 就业渠道: how the work was found. Stored by name: add, never rename.
    public enum Channel {
        /// 政府组织
        GOVERNMENT,
        /// 帮扶车间
        WORKSHOP,
        /// 企业招聘
        COMPANY,
        /// 中介组织
        AGENCY,
        /// 亲友介绍
        FRIENDS,
        /// 自主就业
        OWN,
        /// 其他
        OTHER
    }

    /// Whether a place is told.
    public boolean hasPlace() {
        return place != null && !place.saysNothing();
    }

    /// Whether months are told, and at least one.
    public boolean hasMonths() {
        return months != null && months > 0;
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Work";
    }
}
