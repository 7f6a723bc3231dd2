package cn.shouwang.bench.drill.intruder;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One attack and what may come of it. `number` counts within the family; family, seed and number name
/// it for ever.
///
/// @param twin the same question about something that does not exist: both must be answered alike
/// @param forbidden texts that no answer to this request may contain, whoever asks
record Attack(
        Family family,
        int number,
        Intruder by,
        Request request,
        @Nullable Request twin,
        Expect expect,
        Set<Leave> leave,
        List<String> forbidden) {

    /// What may become of a request.
    enum Expect {
        /// Not accepted: 3xx or 4xx, or the end of the connection where that is allowed.
        REFUSED,
        /// Answered; nothing is stored.
        ANSWERED,
        /// May be accepted and stored, within what this caller may do.
        STORED
    }

    /// What else is in order.
    enum Leave {
        /// The connection may be ended without an answer.
        CLOSE,
        /// The request is not complete, so there may be no answer at all.
        SILENCE,
        /// Too many requests is an answer to look for and not to wait out.
        FLOOD
    }

    static Attack refused(Family family, Intruder by, Request request) {
        return new Attack(family, 0, by, request, null, Expect.REFUSED, Set.of(), List.of());
    }

    static Attack answered(Family family, Intruder by, Request request) {
        return new Attack(family, 0, by, request, null, Expect.ANSWERED, Set.of(), List.of());
    }

    static Attack stored(Family family, Intruder by, Request request) {
        return new Attack(family, 0, by, request, null, Expect.STORED, Set.of(), List.of());
    }

    Attack numbered(int number) {
        return new Attack(family, number, by, request, twin, expect, leave, forbidden);
    }

    Attack like(@Nullable Request other) {
        return new Attack(family, number, by, request, other, expect, leave, forbidden);
    }

    Attack leaving(Leave... ways) {
        return new Attack(family, number, by, request, twin, expect, Set.of(ways), forbidden);
    }

    Attack without(String... texts) {
        return new Attack(family, number, by, request, twin, expect, leave, List.of(texts));
    }

    boolean leaves(Leave way) {
        return leave.contains(way);
    }
}
