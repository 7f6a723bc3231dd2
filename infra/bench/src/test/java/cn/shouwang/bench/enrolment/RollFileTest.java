package cn.shouwang.bench.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RollFileTest {

    @Test
    void one_row_in_a_hundred_is_dirty_and_what_it_costs_is_known() throws IOException {
        var written = new StringWriter();
        var expected = new RollFile(List.of("440233999999"), 1_000).write(written);
        var rows = written.toString().lines().skip(1).toList();
        assertThat(rows).hasSize(1_000);
        assertThat(expected.rows()).isEqualTo(1_000);
        assertThat(expected.refused()).isEqualTo(6); // ten dirty rows, of which four are taken as they are
        assertThat(expected.persons()).isBetween(970, 994);
        assertThat(rows).allMatch(row -> row.contains("999999") || row.contains("９９９９９９"));
        assertThat(rows.stream().filter(row -> row.contains("=HYPERLINK"))).hasSize(2);
    }

    @Test
    void the_same_size_is_the_same_file() throws IOException {
        assertThat(text(500)).isEqualTo(text(500));
    }

    private static String text(int persons) throws IOException {
        var written = new StringWriter();
        new RollFile(List.of("440233999999"), persons).write(written);
        return written.toString();
    }
}
