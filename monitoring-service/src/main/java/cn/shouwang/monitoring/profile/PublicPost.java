package cn.shouwang.monitoring.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// A public-welfare post (公益性岗位): who pays it, and the months held in the year of the form.
public record PublicPost(
        @Nullable Payer payer, @Nullable @Min(0) @Max(12) Integer months) {

    /// Stored by name: add, never rename.
    public enum Payer {
        /// 部门
        DEPARTMENT,
        /// 镇
        TOWN,
        /// 村
        VILLAGE
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "PublicPost";
    }
}
