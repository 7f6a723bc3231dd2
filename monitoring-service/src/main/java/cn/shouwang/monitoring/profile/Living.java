package cn.shouwang.monitoring.profile;

import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/// Road, fuel, toilet, television and power of a household; `toMainRoadMetres` is the way to the
/// next main road.
public record Living(
        @Nullable Road road,
        @Nullable @PositiveOrZero Integer toMainRoadMetres,
        @Nullable Fuel fuel,
        @Nullable Toilet toilet,
        @Nullable Boolean television,
        @Nullable Boolean domesticPower,
        @Nullable Boolean productionPower) {

    /// 入户路类型. Stored by name: add, never rename.
    public enum Road {
        /// 水泥路
        CONCRETE,
        /// 沥青路
        ASPHALT,
        /// 砂石路
        GRAVEL,
        /// 砖石路
        STONE,
        /// 泥土路
        EARTH
    }

    /// 主要燃料类型. Stored by name: add, never rename.
    public enum Fuel {
        /// 柴草
        WOOD,
        /// 煤炭
        COAL,
        /// 清洁能源
        CLEAN,
        /// 其他
        OTHER
    }

    /// 卫生厕所. Stored by name: add, never rename.
    public enum Toilet {
        /// 卫生厕所
        SANITARY,
        /// 旱厕
        DRY,
        /// 无
        NONE
    }
}
