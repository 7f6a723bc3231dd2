package cn.shouwang.monitoring.household;

/// What a member is to the head, the field 与户主关系 of the national form. Stored by name: add, never
/// rename.
public enum Relation {
    /// 户主
    HEAD,
    /// 配偶
    SPOUSE,
    /// 之子
    SON,
    /// 之女
    DAUGHTER,
    /// 之儿媳
    DAUGHTER_IN_LAW,
    /// 之女婿
    SON_IN_LAW,
    /// 之孙子
    SONS_SON,
    /// 之孙女
    SONS_DAUGHTER,
    /// 之外孙子
    DAUGHTERS_SON,
    /// 之外孙女
    DAUGHTERS_DAUGHTER,
    /// 之曾孙子
    GREAT_GRANDSON,
    /// 之曾孙女
    GREAT_GRANDDAUGHTER,
    /// 之父
    FATHER,
    /// 之母
    MOTHER,
    /// 之岳父
    WIFES_FATHER,
    /// 之岳母
    WIFES_MOTHER,
    /// 之公公
    HUSBANDS_FATHER,
    /// 之婆婆
    HUSBANDS_MOTHER,
    /// 之祖父
    FATHERS_FATHER,
    /// 之祖母
    FATHERS_MOTHER,
    /// 之外祖父
    MOTHERS_FATHER,
    /// 之外祖母
    MOTHERS_MOTHER,
    /// 之兄弟姐妹
    SIBLING,
    /// 之侄儿、之侄女
    SIBLINGS_CHILD,
    /// 之兄弟媳
    BROTHERS_WIFE,
    /// 之叔伯
    UNCLE,
    /// 其他
    OTHER
}
