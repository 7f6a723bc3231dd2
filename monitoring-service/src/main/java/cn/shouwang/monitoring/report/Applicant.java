package cn.shouwang.monitoring.report;

import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.event.Personal;
import org.jspecify.annotations.Nullable;

/// Who is in difficulty, as told: name, phone, document if given, and how many live in the
/// household.
public record Applicant(
        @Personal PersonName name,
        @Personal Phone phone,
        @Personal @Nullable PersonDocument document,
        int members) {}
