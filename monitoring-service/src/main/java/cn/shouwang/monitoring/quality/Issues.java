package cn.shouwang.monitoring.quality;

import cn.shouwang.monitoring.household.HouseholdId;
import java.util.function.Function;
import java.util.stream.Stream;

/// The issues of a household, straight from its stream.
final class Issues {

    private final Function<HouseholdId, Stream<QualityEvent>> streams;

    Issues(Function<HouseholdId, Stream<QualityEvent>> streams) {
        this.streams = streams;
    }

    IssueBook of(HouseholdId household) {
        var book = new IssueBook();
        streams.apply(household).forEach(book::on);
        return book;
    }
}
