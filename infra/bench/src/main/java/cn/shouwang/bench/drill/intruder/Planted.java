package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.county.Person;
import java.util.List;

/// What lies in the suite before the attacks, by the ids that its own offices know.
///
/// @param readings reveals, each by the office of its village
/// @param duplicate the pair of one person entered twice in the same village
/// @param line the id of the income line in force
/// @param grant the id of an office that was granted
record Planted(
        List<Home> homes,
        List<Report> reports,
        List<Row> clues,
        List<Row> profiles,
        List<Row> readings,
        Row duplicate,
        List<Known> persons,
        List<Used> used,
        String line,
        String grant) {

    /// A household of the register and its members' numbers, the head's first.
    record Home(String village, String household, List<String> members) {}

    /// A report as the offices know it, by its id and that of its photo, and as the household does, by its
    /// number.
    record Report(String village, String id, String number, String photo) {}

    /// Somebody of the register and where they live.
    record Known(String village, Person person) {}

    /// A command that an office has sent, under its key; `path` is below `/api/monitoring`.
    record Used(String account, String path, String body, String key) {}

    /// Anything else that has an id and belongs to a village.
    record Row(String village, String id) {}
}
