package cn.shouwang.monitoring.income.assessment;

/// What comes out differently when an assessment or a decision is made again by the versions it
/// names.
enum Difference {
    /// An edition that it names is not kept any more, or does not know one of its items.
    EDITION_GONE,
    /// Which items count.
    ITEMS,
    DISPOSABLE_INCOME,
    NET_INCOME,
    REFERENCE_INCOME,
    /// The version of the line that it names does not exist.
    LINE_GONE,
    /// That version says another amount.
    LINE_AMOUNT,
    /// The household was assessed at another income, or not at all.
    ASSESSED_INCOME,
    /// The base type or the income does not permit the category, or the removal.
    OUTCOME
}
