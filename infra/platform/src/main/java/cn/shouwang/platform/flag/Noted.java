package cn.shouwang.platform.flag;

import cn.shouwang.platform.audit.Meta;
import cn.shouwang.platform.flag.FlagRules.Edition;
import cn.shouwang.platform.flag.Forms.Form;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Recorded;
import java.time.LocalDateTime;
import java.util.Set;

/// One event as the rules look at it: what it is, the edition in force when it was recorded, and that
/// moment as the clock on the wall showed it.
record Noted(Recorded recorded, Form form, Edition rules, LocalDateTime at) {

    private static final Set<String> NOBODY = Set.of("", Role.SYSTEM.name(), Role.PUBLIC.name());

    long position() {
        return recorded.position();
    }

    long millis() {
        return recorded.recordedAt().toEpochMilli();
    }

    String actor() {
        return recorded.meta(Meta.ACTOR);
    }

    String role() {
        return recorded.meta(Meta.ROLE);
    }

    /// The division of the office in which the actor acted.
    String from() {
        return recorded.meta(Meta.DIVISION);
    }

    /// Not the software, and nobody without an account.
    boolean isByAccount() {
        return !NOBODY.contains(role());
    }

    /// One account in one office.
    String office() {
        return actor() + "\n" + role() + "\n" + from();
    }

    /// One command of one request: what was stored together.
    String act() {
        var request = recorded.meta(Meta.CORRELATION);
        return (request.isEmpty() ? Long.toString(position()) : request) + "\n" + recorded.stream();
    }
}
