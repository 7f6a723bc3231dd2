package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Filters by where a row lies.
public final class Places {

    private static final String AFTER_NINE = ":"; // the letter behind the digits

    private Places() {}

    /// The rows of `place`, a division code, and of all that lies in it; every row where none is named. An
    /// index that begins with `division` answers it.
    public static Bson within(@Nullable String place) {
        return place == null ? empty() : and(gte("division", place), lt("division", place + AFTER_NINE));
    }
}
