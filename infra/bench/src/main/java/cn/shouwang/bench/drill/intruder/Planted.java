package cn.shouwang.bench.drill.intruder;

import java.util.List;

/// What lies in the suite before the attacks, by the ids that its own offices know.
///
/// @param line the id of the income line in force
record Planted(List<Home> homes, List<Row> reports, List<Row> clues, List<Row> profiles, List<Used> used, String line) {

    /// A household of the register and its members' numbers, the head's first.
    record Home(String village, String household, List<String> members) {}

    /// A command that an office has sent, under its key; `path` is below `/api/monitoring`.
    record Used(String account, String path, String body, String key) {}

    /// Anything else that has an id and belongs to a village.
    record Row(String village, String id) {}
}
