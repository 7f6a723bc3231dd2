package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.platform.sealing.SealedText;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is told of a household and its members beyond who they are, in the household's file.
///
/// Of a member `{standing?: {hukouMember, coResident}, phone?, schooling?, disability?, work?,
/// post?, insurances?, support?, particulars?, national_number?}`, all but the first sealed; of the
/// household `{land?, house?, water?, living?, links?, marks?, relocation_address?, account?,
/// national_number?}`, the last three sealed. A sealed part that is no single text is JSON. A part
/// that is told again takes the place of what was there; a member's phone and number, which are
/// also told in `particulars`, stay until others are told.
final class ProfileRows {

    static final List<String> MEMBER_PARTS =
            List.of("schooling", "disability", "work", "post", "insurances", "support", "particulars");
    static final String RELOCATION_ADDRESS = "relocation_address";
    static final String ACCOUNT = "account";
    static final String NATIONAL_NUMBER = "national_number";
    static final List<String> SEALED_OF_HOUSEHOLD = List.of(RELOCATION_ADDRESS, ACCOUNT, NATIONAL_NUMBER);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(Include.NON_NULL))
            .build();

    private final String at;
    private final String subject;
    private final List<Bson> changes = new ArrayList<>();

    private ProfileRows(String at, String subject) {
        this.at = at;
        this.subject = subject;
    }

    static Bson change(MemberDescribed described) {
        var member = described.member().toString();
        var rows = new ProfileRows("members." + member + ".", member);
        var profile = described.profile();
        var particulars = profile.particulars();
        rows.open("standing", profile.standing());
        rows.sealed("schooling", profile.schooling());
        rows.sealed("disability", profile.disability());
        rows.sealed("work", profile.work());
        rows.sealed("post", profile.post());
        rows.sealed("insurances", profile.insurances());
        rows.sealed("support", profile.support());
        rows.sealed("particulars", particulars);
        rows.text("phone", particulars == null ? null : particulars.phone());
        rows.text(NATIONAL_NUMBER, particulars == null ? null : particulars.nationalNumber());
        return combine(rows.changes);
    }

    static Bson change(HouseholdDescribed described) {
        var rows = new ProfileRows("", described.household().toString());
        var profile = described.profile();
        rows.open("land", profile.land());
        rows.open("house", profile.house());
        rows.open("water", profile.water());
        rows.open("living", profile.living());
        rows.open("links", profile.links());
        rows.open("marks", profile.marks());
        rows.text(RELOCATION_ADDRESS, profile.relocationAddress());
        rows.sealed(ACCOUNT, profile.account());
        rows.text(NATIONAL_NUMBER, profile.nationalNumber());
        return combine(rows.changes);
    }

    /// The number with which a household came, where a description would put it.
    static Bson change(HouseholdRegistered registered) {
        var rows = new ProfileRows("", registered.household().toString());
        rows.text(NATIONAL_NUMBER, registered.nationalNumber());
        return combine(rows.changes);
    }

    /// The number with which a member came, as well.
    static Bson change(MemberAdded added) {
        var member = added.member().toString();
        var rows = new ProfileRows("members." + member + ".", member);
        rows.text(NATIONAL_NUMBER, added.nationalNumber());
        return combine(rows.changes);
    }

    private void open(String field, @Nullable Record part) {
        if (part != null) {
            changes.add(set(at + field, Document.parse(JSON.writeValueAsString(part))));
        }
    }

    private void sealed(String field, @Nullable Record part) {
        text(field, part == null ? null : JSON.writeValueAsString(part));
    }

    private void text(String field, @Nullable String text) {
        if (text != null) {
            changes.add(set(at + field, SealedText.of(subject, text)));
        }
    }
}
