package cn.shouwang.monitoring.table;

import org.dhatim.fastexcel.Workbook;

/// One standard table.
interface Table {

    /// Its code, e.g. `T1`.
    String code();

    /// Writes its sheets, of `division` as far as the caller reaches it.
    void write(Workbook book, String division);
}
