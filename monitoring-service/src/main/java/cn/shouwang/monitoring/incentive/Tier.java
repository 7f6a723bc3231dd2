package cn.shouwang.monitoring.incentive;

/// From which quantity of the year on, exclusive, how many fen are paid. The rate is per as many units as
/// the rule says.
public record Tier(long from, long rateFen) {}
