package cn.shouwang.monitoring.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// `monitoring.household-helped.v1`: something of a measure reached a household.
///
/// Once for each delivery; `measure` tells which belong together. `risk` is what the measure is meant to meet,
/// left out where the delivery was recorded before it was asked. `amountFen` is what was delivered this time,
/// 0 where it is no money.
@JsonInclude(Include.NON_NULL)
public record HouseholdHelpedV1(
        String household,
        String village,
        int cycle,
        String measure,
        String family,
        @Nullable String risk,
        long amountFen,
        LocalDate helpedOn) {}
