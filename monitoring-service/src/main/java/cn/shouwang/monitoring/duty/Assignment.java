package cn.shouwang.monitoring.duty;

import java.time.LocalDate;

/// A duty as it is handed out: what it is, by which clause, and until when.
public record Assignment(DutyId duty, String title, String clause, LocalDate dueOn) {}
