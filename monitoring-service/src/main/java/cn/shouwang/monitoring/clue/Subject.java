package cn.shouwang.monitoring.clue;

import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.event.Personal;
import org.jspecify.annotations.Nullable;

/// Whom a clue is about, as far as is known: possibly no more than the evidence tells.
public record Subject(
        @Personal @Nullable PersonName name,
        @Personal @Nullable Phone phone,
        @Personal @Nullable PersonDocument document) {}
