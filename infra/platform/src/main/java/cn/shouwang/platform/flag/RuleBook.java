package cn.shouwang.platform.flag;

import cn.shouwang.platform.flag.FlagRules.Edition;
import cn.shouwang.platform.flag.Forms.Form;
import cn.shouwang.platform.store.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.CRC32;

/// All that flags follow from besides the log: the rules, what events declare, and the calendar.
final class RuleBook {

    /// Raised when the same rules, declarations and calendar give other rows.
    private static final int CODE = 1;

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2050, 1, 1);

    private final FlagRules rules;
    private final Forms forms;
    private final RestDays restDays;
    private final int version;

    /// Fails when a rule names an event that is not stored here: it would never apply.
    RuleBook(FlagRules rules, Forms forms, RestDays restDays) {
        this.rules = rules;
        this.forms = forms;
        this.restDays = restDays;
        this.version = fingerprint();
        rules.editions().stream()
                .flatMap(Edition::names)
                .filter(name -> !forms.knows(name))
                .findAny()
                .ifPresent(name -> {
                    throw new IllegalStateException("shouwang.flags: no event is stored as " + name);
                });
    }

    RestDays restDays() {
        return restDays;
    }

    FlagRules rules() {
        return rules;
    }

    /// The event for the rules, unless they do not look at its kind. `at` is when it was recorded.
    Optional<Noted> noted(Recorded recorded, LocalDateTime at) {
        return forms.of(recorded.event()).map(form -> new Noted(recorded, form, rules.on(at.toLocalDate()), at));
    }

    /// The form of an event that was flagged.
    Form form(Object event) {
        return forms.of(event).orElseThrow();
    }

    /// A number that changes with anything that may change a flag.
    int version() {
        return version;
    }

    private int fingerprint() {
        var print = new CRC32();
        print.update((CODE + "\n" + rules + "\n" + forms.declared()).getBytes(StandardCharsets.UTF_8));
        FIRST.datesUntil(LAST).forEach(day -> print.update(restDays.isRestDay(day) ? 1 : 0));
        return (int) (print.getValue() & 0x7fff_ffff);
    }
}
