package cn.shouwang.monitoring.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// A member's disability certificate (残疾人证). `certificate` is its number as written: the id number,
/// one digit of the category and one of the grade, and two more when it was issued again; a wrong
/// one is kept as it is told, for somebody to put right. `grade` 1 is the gravest.
public record Disability(
        @Nullable @Pattern(regexp = "[0-9Xx]{1,30}") String certificate,
        @NotNull Category category,
        @Min(1) @Max(4) int grade,
        @Nullable @Min(1980) @Max(2100) Integer issuedIn) {

    /// 残疾类别, in the order of the certificate's digit, 1 to 7. Stored by name: add, never rename.
    public enum Category {
        /// 视力
        SIGHT,
        /// 听力
        HEARING,
        /// 言语
        SPEECH,
        /// 肢体
        LIMB,
        /// 智力
        INTELLECT,
        /// 精神
        MENTAL,
        /// 多重
        MULTIPLE
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Disability";
    }
}
