package cn.shouwang.monitoring.duplicate;

import cn.shouwang.platform.test.StoredForms;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DuplicateEventStoredFormTest {

    private static final Pair PAPERS = Pair.of(Sample.CLUE, Sample.REPORT);

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_in_its_approved_form() {
        var merged = Sample.merged(PAPERS, Sample.CLUE, Sample.REPORT.clue());
        return StoredForms.of(DuplicateEvent.class, Sample.PROPOSED, merged, Sample.DISMISSED, Sample.undone(merged));
    }
}
