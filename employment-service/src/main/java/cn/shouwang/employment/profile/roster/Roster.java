package cn.shouwang.employment.profile.roster;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.employment.profile.LabourAbility;
import cn.shouwang.platform.projection.Listing;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.PageQuery;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Scope;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The people able to work, in the order of their villages.
@Component
class Roster {

    /// One person; who that is, monitoring knows.
    record Entry(
            String profile,
            String village,
            UUID household,
            UUID member,
            LabourAbility ability,
            int cycle,
            LocalDate openedOn,
            LocalDate confirmedOn) {

        static Entry of(Document row) {
            return new Entry(
                    row.getString("_id"),
                    row.getString("division"),
                    UUID.fromString(row.getString("household")),
                    UUID.fromString(row.getString("member")),
                    LabourAbility.valueOf(row.getString("ability")),
                    row.getInteger("cycle"),
                    LocalDate.parse(row.getString("openedOn")),
                    LocalDate.parse(row.getString("confirmedOn")));
        }
    }

    private final Listing profiles;

    Roster(Views views) {
        this.profiles = views.listing(RosterProjection.NAME);
    }

    /// One page of the scope, narrowed to a household or to the places below `division` where
    /// given.
    Page<Entry> page(Scope scope, @Nullable UUID household, @Nullable String division, PageQuery page) {
        return profiles.page(scope, and(of(household), below(division)), ascending("division", "_id"), page, Entry::of);
    }

    Optional<Entry> one(Scope scope, String profile) {
        return profiles.one(scope, profile).map(Entry::of);
    }

    private static Bson of(@Nullable UUID household) {
        return household == null ? empty() : eq("household", household.toString());
    }

    private static Bson below(@Nullable String division) {
        return division == null
                ? empty()
                : and(gte("division", division), lt("division", division + Character.MAX_VALUE));
    }
}
