package cn.shouwang.employment.profile.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shouwang.employment.profile.LabourAbility;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileConfirmed;
import cn.shouwang.employment.profile.LabourProfileEvent.LabourProfileOpened;
import cn.shouwang.employment.profile.LabourProfileId;
import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterProjectionTest {

    private static final String VILLAGE = "440233101203";
    private static final UUID HOUSEHOLD = UUID.fromString("7b0d6f1e-2a7c-4a57-9a0b-0d0c7c1f4e11");
    private static final UUID MEMBER = UUID.fromString("0c8f4a5e-6c0b-4b7e-8f0a-5a3f0f6f9b01");
    private static final LabourProfileId ID = LabourProfileId.of(HOUSEHOLD, MEMBER);
    private static final LocalDate ON = LocalDate.of(2025, 3, 2);

    @Test
    void an_opened_profile_becomes_a_row() {
        var opened = new LabourProfileOpened(ID, VILLAGE, HOUSEHOLD, MEMBER, LabourAbility.SKILLED, 1, ON);

        assertThat(fields(RosterProjection.change(opened)))
                .isEqualTo(new Document("division", VILLAGE)
                        .append("ability", "SKILLED")
                        .append("cycle", 1)
                        .append("confirmedOn", "2025-03-02")
                        .append("household", HOUSEHOLD.toString())
                        .append("member", MEMBER.toString())
                        .append("openedOn", "2025-03-02"));
    }

    @Test
    void a_confirmed_profile_keeps_whose_it_is_and_since_when() {
        var confirmed = new LabourProfileConfirmed(ID, VILLAGE, LabourAbility.ORDINARY, 2, ON);

        assertThat(fields(RosterProjection.change(confirmed)))
                .isEqualTo(new Document("division", VILLAGE)
                        .append("ability", "ORDINARY")
                        .append("cycle", 2)
                        .append("confirmedOn", "2025-03-02"));
    }

    private static Document fields(Bson change) {
        var rendered = change.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
        assertThat(rendered.keySet()).containsExactly("$set");
        return Document.parse(rendered.getDocument("$set").toJson());
    }
}
