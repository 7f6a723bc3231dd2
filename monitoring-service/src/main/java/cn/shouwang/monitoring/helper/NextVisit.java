package cn.shouwang.monitoring.helper;

import java.time.LocalDate;

/// By when the household is to be visited again: as a household of that kind, by the terms in force
/// since `edition`.
public record NextVisit(LocalDate by, VisitKind kind, LocalDate edition) {}
