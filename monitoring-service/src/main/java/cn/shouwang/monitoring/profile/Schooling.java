package cn.shouwang.monitoring.profile;

import org.jspecify.annotations.Nullable;

/// What a member learned, or where the member learns: the form wants one of the two. `homeTeaching`
/// (送教上门) tells that the school comes to the child.
public record Schooling(
        @Nullable Education education,
        @Nullable SchoolStatus status,
        @Nullable Absence notAtSchool,
        boolean homeTeaching) {

    /// 文化程度, of who is not at school. Stored by name: add, never rename.
    public enum Education {
        /// 文盲或半文盲
        ILLITERATE,
        /// 小学
        PRIMARY,
        /// 初中
        JUNIOR,
        /// 高中
        SENIOR,
        /// 大专
        COLLEGE,
        /// 本科及以上
        BACHELOR_OR_ABOVE
    }

    /// 失学辍学原因: why a child is not at school. Stored by name: add, never rename.
    public enum Absence {
        /// 因病
        ILLNESS,
        /// 因残
        DISABILITY,
        /// 其他
        OTHER
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Schooling";
    }
}
