package cn.shouwang.monitoring.household;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.shouwang.monitoring.duplicate.DuplicateEvent.Link;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeDisputed;
import cn.shouwang.monitoring.household.HouseholdEvent.BaseTypeUpheld;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdDescribed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDescribed;
import cn.shouwang.monitoring.person.Shown;
import cn.shouwang.platform.sealing.SealedText;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/// What a list shows of a household: its head's masked name and how many live there.
///
/// In a row: `{head: member id, names: {member id: sealed name}, elsewhere: [member id]}`. Those in
/// `elsewhere` are merged into another entry and do not count here (rule M13). A head who is merged
/// still gives the household its name.
public record Nameplate(String head, int members) {

    /// What an event means for the fields above. Put it beside other changes of the same row.
    public static Bson change(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered _ -> set("elsewhere", List.of());
            case MemberAdded added -> named(added.member(), added.person());
            case MemberCorrected corrected -> named(corrected.member(), corrected.person());
            case MemberDecreased decreased -> unset("names." + decreased.member());
            case HeadNamed named -> set("head", named.member().toString());
            case MemberDescribed _, HouseholdDescribed _, BaseTypeDisputed _, BaseTypeCorrected _, BaseTypeUpheld _ ->
                combine();
        };
    }

    /// What merging a member, or undoing that, means for the household in which the member is merged.
    public static Bson change(Link link) {
        var member = link.merged().value();
        return link.made() ? addToSet("elsewhere", member) : pull("elsewhere", member);
    }

    /// Reads the fields of a row; the head's name is empty when nobody is left.
    public static Nameplate of(Document row) {
        var names = row.get("names", Document.class);
        var head = row.getString("head");
        var name = names == null || head == null ? "" : Shown.NAME.in(names, head);
        var elsewhere = row.getList("elsewhere", String.class, List.of());
        var members = names == null
                ? 0L
                : names.keySet().stream()
                        .filter(member -> !elsewhere.contains(member))
                        .count();
        return new Nameplate(name, Math.toIntExact(members));
    }

    private static Bson named(MemberId member, Person person) {
        var name = set(
                "names." + member,
                SealedText.of(member.toString(), person.name().value()));
        return person.relation() == Relation.HEAD ? combine(name, set("head", member.toString())) : name;
    }
}
