package cn.shouwang.platform.reading;

import static cn.shouwang.platform.reading.Readings.CLERK;
import static cn.shouwang.platform.reading.Readings.ID;
import static cn.shouwang.platform.reading.Readings.SUBJECT;
import static cn.shouwang.platform.reading.Readings.THING;
import static cn.shouwang.platform.reading.Readings.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.test.TestViews;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingsProjectionTest {

    @Test
    void a_reveal_tells_who_saw_which_field_of_whom_why_and_until_when() {
        var row = row(Readings.revealed("信访01"));
        assertThat(row)
                .containsEntry("kind", "reading.field-revealed")
                .containsEntry("actor", "cun01")
                .containsEntry("role", "VILLAGE_COMMITTEE")
                .containsEntry("from", Readings.VILLAGE)
                .containsEntry("division", Readings.VILLAGE)
                .containsEntry("about", List.of(THING))
                .containsEntry("subject", SUBJECT)
                .containsEntry("field", "pear.phone")
                .containsEntry("purpose", "COMPLAINT")
                .containsEntry("note", SealedText.of(SUBJECT, "信访01"))
                .containsEntry("until", Date.from(UNTIL))
                .containsEntry("on", "2025-03-02");
    }

    @Test
    void a_search_tells_by_what_and_what_was_found() {
        assertThat(row(Readings.searched(null)))
                .containsEntry("about", List.of(THING, SUBJECT))
                .containsEntry("by", "DOCUMENT")
                .containsEntry("found", 2)
                .doesNotContainKeys("note", "field");
    }

    @Test
    void an_export_tells_what_and_how_much() {
        assertThat(row(Readings.exported()))
                .containsEntry("what", "roster")
                .containsEntry("rows", 1200L)
                .containsEntry("approver", "xian02");
    }

    @Test
    void refusals_tell_where_and_how_often() {
        assertThat(row(Readings.refused()))
                .containsEntry("route", "/pears/{pear}")
                .containsEntry("code", "access.not-allowed")
                .containsEntry("count", 7L);
    }

    @Test
    void a_note_falls_with_the_key_of_whom_it_is_about() {
        var views = new TestViews(new ReadingsProjection()).given(CLERK, Readings.revealed("信访01"));
        views.forget(SUBJECT);
        assertThat(views.row(ID).get("note", SealedText.class).text()).isEmpty();
    }

    private static Document row(Placed event) {
        return new TestViews(new ReadingsProjection())
                .given(CLERK, event)
                .again()
                .rebuilt()
                .row(ID);
    }
}
