package cn.shouwang.monitoring.enrolment;

import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.TemporaryRef;
import cn.shouwang.monitoring.sheet.LongSet;
import cn.shouwang.monitoring.sheet.Mix;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// What a file has more than once, found in a first reading: persons, their numbers, and households whose
/// rows do not lie together. Of two rows that claim the same neither is believed, so both must be known
/// before any is judged. Sixteen bytes for each; hashes under a number of this reading's own, which nobody
/// who writes a file can know.
final class Repeats {

    private final long seed = new SecureRandom().nextLong();
    private final LongSet once = new LongSet();
    private final LongSet twice = new LongSet();
    private @Nullable String run;

    void person(PersonDocument document) {
        if (!(document instanceof TemporaryRef)) {
            add("p" + document.value());
        }
    }

    void number(String number) {
        add("n" + number);
    }

    /// A row of that household.
    void household(String number) {
        if (!number.equals(run)) {
            add("h" + number);
            run = number;
        }
    }

    private void add(String text) {
        var hash = Mix.of(seed, text);
        if (!once.add(hash)) {
            twice.add(hash);
        }
    }

    boolean isTwice(PersonDocument document) {
        return twice.has(Mix.of(seed, "p" + document.value()));
    }

    boolean isNumberTwice(String number) {
        return twice.has(Mix.of(seed, "n" + number));
    }

    boolean isScattered(String household) {
        return twice.has(Mix.of(seed, "h" + household));
    }
}
