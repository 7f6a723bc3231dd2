package cn.shouwang.platform.test;

import cn.shouwang.platform.security.AccessRow;
import cn.shouwang.platform.security.Reach;
import java.net.http.HttpResponse;
import java.util.Set;

/// One endpoint asked by one caller, and the answer that the table promises. `place` is where the thing
/// asked about lies, empty if there is none.
record AccessCell(AccessRow row, AccessCaller caller, String place) {

    /// What a caller may be answered.
    enum Promise {
        UNAUTHENTICATED(401, "access.unauthenticated"),
        WRONG_ROLE(403, "access.not-allowed"),
        WRONG_PLACE(403, "access.out-of-division"),
        NOT_FOUND(404, "not-found"),
        EMPTY(200, "\"items\":[],\"total\":0"),
        LET_IN(0, "");

        private final int status;
        private final String word;

        Promise(int status, String word) {
            this.status = status;
            this.word = word;
        }

        boolean isTold(HttpResponse<String> answer) {
            return answer.statusCode() == status && answer.body().contains(word);
        }
    }

    /// A command let in is done, or refused by a rule of the domain; a bad body is a bad fixture.
    private static final Set<Integer> CARRIED_OUT = Set.of(200, 201, 409);

    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;

    Promise promise() {
        var role = caller.role();
        if (row.reach() == Reach.OPEN) {
            return role != null || caller.isNobody() ? Promise.LET_IN : Promise.UNAUTHENTICATED;
        }
        if (role == null) {
            return Promise.UNAUTHENTICATED;
        }
        return row.roles().contains(role) && role.fits(caller.division()) ? reached() : Promise.WRONG_ROLE;
    }

    private Promise reached() {
        if (place.startsWith(caller.division())) {
            return Promise.LET_IN;
        }
        return switch (row.reach()) {
            case ROWS -> Promise.EMPTY;
            case ONE -> Promise.NOT_FOUND;
            case PLACE -> place.isEmpty() ? Promise.NOT_FOUND : Promise.WRONG_PLACE;
            case ALL, OPEN -> Promise.LET_IN;
        };
    }

    /// Whether the answer is the one promised, by status and by the code or count in the body.
    boolean keeps(HttpResponse<String> answer) {
        var promise = promise();
        if (promise != Promise.LET_IN) {
            return promise.isTold(answer);
        }
        if (row.reach() == Reach.OPEN) {
            return answer.statusCode() <= BAD_REQUEST || answer.statusCode() == 409;
        }
        return isQuestion() ? answer.statusCode() == OK : CARRIED_OUT.contains(answer.statusCode());
    }

    boolean isQuestion() {
        return row.method().equals("GET");
    }

    /// Whether the caller gets as far as the body.
    boolean isRead() {
        return !Set.of(Promise.UNAUTHENTICATED, Promise.WRONG_ROLE).contains(promise());
    }

    String fault(HttpResponse<String> answer) {
        var code = answer.body().replaceAll("(?s).*\"code\":\"([a-z.-]+)\".*|.*", "$1");
        return "%s as %s: promised %s, got %d %s"
                .formatted(row.endpoint(), caller.name(), promise(), answer.statusCode(), code);
    }
}
