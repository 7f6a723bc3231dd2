package cn.shouwang.monitoring.receipt;

import java.time.LocalDate;
import java.util.UUID;

/// Something received: `source` is the number it has where it was paid, `amountFen` above zero and for the
/// days from `from` to `until`.
public record Receipt(UUID source, ReceiptKind kind, long amountFen, LocalDate from, LocalDate until) {}
