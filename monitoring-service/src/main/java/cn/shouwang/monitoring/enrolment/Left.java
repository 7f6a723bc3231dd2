package cn.shouwang.monitoring.enrolment;

/// A household that was staged and not registered: the row of the file in which it begins, and the code of
/// the rule. Nothing personal.
public record Left(int row, String rule) {}
