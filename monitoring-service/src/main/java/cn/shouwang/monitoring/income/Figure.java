package cn.shouwang.monitoring.income;

/// One line of an income sheet as it was told. `code` is an item of the table, e.g. `land-lease`;
/// `amountFen` is never negative.
public record Figure(Block block, String code, long amountFen, Source source, Proof proof) {}
