package cn.shouwang.monitoring.inquiry;

import cn.shouwang.monitoring.comparison.Effect;
import cn.shouwang.monitoring.dataset.Dataset;

/// That a department's data know of something, and whether it asks for care.
public record Hit(Dataset dataset, Effect effect) {}
