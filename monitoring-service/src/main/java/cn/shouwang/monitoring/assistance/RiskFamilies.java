package cn.shouwang.monitoring.assistance;

import cn.shouwang.monitoring.clue.RiskType;
import java.time.LocalDate;

/// Which families of measures meet which risk, as it was in force on a day.
@FunctionalInterface
public interface RiskFamilies {

    boolean meet(Family family, RiskType risk, LocalDate on);
}
