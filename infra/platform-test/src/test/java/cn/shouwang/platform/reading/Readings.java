package cn.shouwang.platform.reading;

import cn.shouwang.platform.reading.ReadingEvent.AttemptRefused;
import cn.shouwang.platform.reading.ReadingEvent.FieldRevealed;
import cn.shouwang.platform.reading.ReadingEvent.IdentitySearched;
import cn.shouwang.platform.reading.ReadingEvent.ListExported;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Readings that mean nothing, for tests.
final class Readings {

    static final String VILLAGE = "440233101203";
    static final String THING = "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11";
    static final String SUBJECT = "7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e12";
    static final ReadingId ID = ReadingId.of("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e13");
    static final LocalDate TODAY = LocalDate.of(2025, 3, 2);
    static final Instant NOON = Instant.parse("2025-03-02T04:00:00Z");
    static final Instant UNTIL = NOON.plusSeconds(600);
    static final Actor CLERK = actor("cun01", Role.VILLAGE_COMMITTEE, VILLAGE);
    static final Actor AUDITOR = actor("shen01", Role.AUDITOR, "440233");

    private Readings() {}

    static Actor actor(String account, Role role, String division) {
        return new Actor(account, role, division, Actor.Channel.WEB);
    }

    static FieldRevealed revealed(@Nullable String note) {
        return new FieldRevealed(ID, VILLAGE, THING, SUBJECT, "pear.phone", Purpose.COMPLAINT, note, UNTIL, TODAY);
    }

    static IdentitySearched searched(@Nullable String note) {
        return new IdentitySearched(
                ID, "440233", SearchKey.DOCUMENT, Purpose.INSPECTION, note, 2, List.of(THING, SUBJECT), TODAY);
    }

    static ListExported exported() {
        return new ListExported(ID, "440233", "roster", 1200, Purpose.COMPARISON, "xian02", TODAY);
    }

    static AttemptRefused refused() {
        return new AttemptRefused(
                ID, VILLAGE, "POST", "/pears/{pear}", "access.not-allowed", 7, NOON, NOON.plusSeconds(30), TODAY);
    }
}
