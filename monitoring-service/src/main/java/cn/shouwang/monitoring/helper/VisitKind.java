package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.household.BaseType;
import cn.shouwang.monitoring.identification.Identifications.Current;
import java.util.Optional;

/// Which households are visited how often. Stored by name: add, never rename.
public enum VisitKind {
    /// 在监测: monitored now
    ACTIVE,
    /// 风险已消除: was monitored
    REMOVED,
    /// 其他脱贫户: lifted and not monitored
    LIFTED;

    /// Empty for a household that nobody has to visit.
    static Optional<VisitKind> of(BaseType baseType, Optional<Current> current) {
        if (current.filter(Current::isMonitored).isPresent()) {
            return Optional.of(ACTIVE);
        }
        if (current.filter(Current::over).isPresent()) {
            return Optional.of(REMOVED);
        }
        return baseType == BaseType.LIFTED ? Optional.of(LIFTED) : Optional.empty();
    }
}
