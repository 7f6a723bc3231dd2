package cn.shouwang.monitoring.profile;

/// 在校生状况: the stage and grade in which a member is. Stored by name: add, never rename.
///
/// The national form has 25 values from pre-school to postgraduate; their list was not at hand, and
/// these 25 follow from the grades there are.
public enum SchoolStatus {
    /// 学龄前儿童, at home
    PRESCHOOL_AGE(Stage.NONE),
    /// 学前教育, at a kindergarten
    KINDERGARTEN(Stage.PRESCHOOL),
    /// 小学一年级
    PRIMARY_1(Stage.PRIMARY),
    /// 小学二年级
    PRIMARY_2(Stage.PRIMARY),
    /// 小学三年级
    PRIMARY_3(Stage.PRIMARY),
    /// 小学四年级
    PRIMARY_4(Stage.PRIMARY),
    /// 小学五年级
    PRIMARY_5(Stage.PRIMARY),
    /// 小学六年级
    PRIMARY_6(Stage.PRIMARY),
    /// 七年级
    JUNIOR_1(Stage.JUNIOR),
    /// 八年级
    JUNIOR_2(Stage.JUNIOR),
    /// 九年级
    JUNIOR_3(Stage.JUNIOR),
    /// 高中一年级
    SENIOR_1(Stage.SENIOR),
    /// 高中二年级
    SENIOR_2(Stage.SENIOR),
    /// 高中三年级
    SENIOR_3(Stage.SENIOR),
    /// 中职一年级
    VOCATIONAL_1(Stage.VOCATIONAL),
    /// 中职二年级
    VOCATIONAL_2(Stage.VOCATIONAL),
    /// 中职三年级
    VOCATIONAL_3(Stage.VOCATIONAL),
    /// 高职高专一年级
    COLLEGE_1(Stage.COLLEGE),
    /// 高职高专二年级
    COLLEGE_2(Stage.COLLEGE),
    /// 高职高专三年级
    COLLEGE_3(Stage.COLLEGE),
    /// 本科一年级
    BACHELOR_1(Stage.BACHELOR),
    /// 本科二年级
    BACHELOR_2(Stage.BACHELOR),
    /// 本科三年级
    BACHELOR_3(Stage.BACHELOR),
    /// 本科四年级及以上
    BACHELOR_4(Stage.BACHELOR),
    /// 硕士研究生及以上
    POSTGRADUATE(Stage.POSTGRADUATE);

    /// The kind of school.
    public enum Stage {
        NONE,
        PRESCHOOL,
        PRIMARY,
        JUNIOR,
        SENIOR,
        VOCATIONAL,
        COLLEGE,
        BACHELOR,
        POSTGRADUATE
    }

    private final Stage stage;

    SchoolStatus(Stage stage) {
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }

    /// Whether somebody of that status goes to school.
    public boolean isAtSchool() {
        return stage != Stage.NONE;
    }
}
