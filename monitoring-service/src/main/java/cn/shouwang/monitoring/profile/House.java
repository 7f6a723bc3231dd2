package cn.shouwang.monitoring.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/// Where the household lives. `area` in hundredths of a square metre; `rebuiltIn` the year of the
/// last rebuilding.
public record House(
        @NotNull Grade grade,
        @Nullable @PositiveOrZero Long area,
        @Nullable Structure structure,
        @Nullable Tenure tenure,
        @Nullable @Min(1900) @Max(2100) Integer rebuiltIn) {

    /// 房屋安全等级: A and B are safe, C is dangerous in part, D as a whole. Stored by name: add, never
    /// rename.
    public enum Grade {
        A,
        B,
        C,
        D,
        /// 无房
        NO_HOUSE
    }

    /// 房屋结构. Stored by name: add, never rename.
    public enum Structure {
        /// 钢筋混凝土
        CONCRETE,
        /// 砖混
        BRICK_CONCRETE,
        /// 砖木
        BRICK_TIMBER,
        /// 土木
        EARTH_TIMBER,
        /// 其他
        OTHER
    }

    /// Stored by name: add, never rename.
    public enum Tenure {
        /// 自有
        OWN,
        /// 借住
        LENT,
        /// 租住
        RENTED
    }

    /// Whether nobody may live there: grade C or D.
    public boolean dangerous() {
        return grade == Grade.C || grade == Grade.D;
    }
}
