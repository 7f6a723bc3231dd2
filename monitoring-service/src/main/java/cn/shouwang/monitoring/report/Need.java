package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.clue.Risks;
import cn.shouwang.platform.event.Personal;

/// What the difficulty is: one to five risks, and the household's own words, up to 500 characters,
/// possibly none.
public record Need(Risks reasons, @Personal String text) {

    public static final int LONGEST_TEXT = 500;
}
