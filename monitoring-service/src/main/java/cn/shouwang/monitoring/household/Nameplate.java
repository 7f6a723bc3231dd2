package cn.shouwang.monitoring.household;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.sealing.SealedText;
import org.bson.Document;
import org.bson.conversions.Bson;

/// What a list shows of a household: its head's masked name and how many live there.
///
/// In a row: `{head: member id, names: {member id: sealed name}, members: number}`.
public record Nameplate(String head, int members) {

    /// What an event means for the fields above. Put it beside other changes of the same row.
    public static Bson change(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered _ -> set("members", 0);
            case MemberAdded added -> combine(named(added.member(), added.person()), inc("members", 1));
            case MemberCorrected corrected -> named(corrected.member(), corrected.person());
            case MemberDecreased decreased -> combine(unset("names." + decreased.member()), inc("members", -1));
            case HeadNamed named -> set("head", named.member().toString());
        };
    }

    /// Reads the fields of a row; the head's name is empty when nobody is left.
    public static Nameplate of(Document row) {
        var names = row.get("names", Document.class);
        var head = row.getString("head");
        var name = names == null || head == null ? "" : Shown.NAME.in(names, head);
        return new Nameplate(name, row.getInteger("members", 0));
    }

    private static Bson named(MemberId member, Person person) {
        var name = set(
                "names." + member,
                SealedText.of(member.toString(), person.name().value()));
        return person.relation() == Relation.HEAD ? combine(name, set("head", member.toString())) : name;
    }
}
