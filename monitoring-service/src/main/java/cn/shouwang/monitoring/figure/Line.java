package cn.shouwang.monitoring.figure;

import org.jspecify.annotations.Nullable;

/// One number: what is measured in which place.
///
/// `measure` is a name like `active` or `category.MARGINAL`; `amount` counts what the indicator counts
/// (households, clues, days), `persons` the people behind it where that makes sense. `opens` is the list
/// that holds what was counted, as a path of this service; `definition` the edition used. Places in which
/// there is nothing of a measure have no line.
record Line(
        String division,
        String place,
        String measure,
        long amount,
        @Nullable Long persons,
        String opens,
        String definition) {}
