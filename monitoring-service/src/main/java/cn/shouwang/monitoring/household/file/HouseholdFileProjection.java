package cn.shouwang.monitoring.household.file;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.stream.Collectors.joining;

import cn.shouwang.monitoring.household.Health;
import cn.shouwang.monitoring.household.HouseholdEvent;
import cn.shouwang.monitoring.household.HouseholdEvent.HeadNamed;
import cn.shouwang.monitoring.household.HouseholdEvent.HouseholdRegistered;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberAdded;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberCorrected;
import cn.shouwang.monitoring.household.HouseholdEvent.MemberDecreased;
import cn.shouwang.monitoring.household.MemberId;
import cn.shouwang.monitoring.household.Person;
import cn.shouwang.monitoring.household.Relation;
import cn.shouwang.monitoring.identification.IdentificationEvent;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps `household_file`, one row per household: `{_id: household, division, baseType, registeredOn,
/// phone?, address?, members: {member id: {name, document, sex?, born?, health, relation, labour,
/// student, since?, gone?, goneOn?}}, cycles: {number: a case as [CaseRows] writes it}}`.
///
/// Phone, address and what tells who a member is or fares are sealed; `health` is names with commas
/// between. Free text of a case is not in the row at all. Days are ISO text.
@Component
class HouseholdFileProjection implements Projection {

    static final String NAME = "household_file";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        switch (recorded.event()) {
            case HouseholdEvent event -> rows.advance(event.household().toString(), change(event));
            case IdentificationEvent event -> rows.advance(event.household().toString(), CaseRows.change(event));
            default -> {}
        }
    }

    static Bson change(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered registered -> registered(registered);
            case MemberAdded added ->
                combine(
                        person(added.member(), added.person()),
                        set(field(added.member(), "since"), added.on().toString()));
            case MemberCorrected corrected -> person(corrected.member(), corrected.person());
            case MemberDecreased decreased ->
                combine(
                        set(
                                field(decreased.member(), "gone"),
                                decreased.reason().name()),
                        set(field(decreased.member(), "goneOn"), decreased.on().toString()));
            case HeadNamed named -> set(field(named.member(), "relation"), Relation.HEAD.name());
        };
    }

    private static Bson registered(HouseholdRegistered registered) {
        var change = combine(
                set("division", registered.division()),
                set("baseType", registered.baseType().name()),
                set("registeredOn", registered.on().toString()));
        var phone = registered.phone();
        return combine(
                change,
                told(registered, "phone", phone == null ? null : phone.value()),
                told(registered, "address", registered.address()));
    }

    private static Bson told(HouseholdRegistered registered, String field, @Nullable String text) {
        return text == null
                ? combine()
                : set(field, SealedText.of(registered.household().toString(), text));
    }

    private static Bson person(MemberId member, Person person) {
        return combine(
                sealed(member, "name", person.name().value()),
                sealed(member, "document", person.document().value()),
                person.sex() == null
                        ? unset(field(member, "sex"))
                        : sealed(member, "sex", person.sex().name()),
                person.born() == null
                        ? unset(field(member, "born"))
                        : sealed(member, "born", person.born().toString()),
                sealed(
                        member,
                        "health",
                        person.health().stream().map(Health::name).collect(joining(","))),
                set(field(member, "relation"), person.relation().name()),
                set(field(member, "labour"), person.labour().name()),
                set(field(member, "student"), person.student()));
    }

    private static Bson sealed(MemberId member, String name, String text) {
        return set(field(member, name), SealedText.of(member.toString(), text));
    }

    private static String field(MemberId member, String name) {
        return "members." + member + "." + name;
    }
}
