package cn.shouwang.monitoring.dataset;

import java.util.List;
import java.util.stream.Stream;

/// A column that is read. `names` are the titles under which departments send it; every other column of
/// a file is left unread and never stored.
record Column(Part part, boolean required, List<String> names) {

    /// What a cell says about a person.
    enum Part {
        ID,
        /// The number of the record in the department's own system.
        RECORD,
        DAY,
        AMOUNT,
        /// A whole number: a grade, days, months.
        NUMBER,
        /// A short word of a fixed list.
        CODE
    }

    static Column id(String... more) {
        return new Column(
                Part.ID,
                true,
                Stream.concat(Stream.of("身份证号", "身份证号码", "公民身份号码", "证件号码"), Stream.of(more))
                        .toList());
    }

    static Column needed(Part part, String... names) {
        return new Column(part, true, List.of(names));
    }

    static Column optional(Part part, String... names) {
        return new Column(part, false, List.of(names));
    }
}
