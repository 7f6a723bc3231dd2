package cn.shouwang.monitoring.contract.employment;

import java.time.LocalDate;
import java.util.UUID;

/// A member began to work; `engagement` is the number of that work.
public record PersonHired(UUID engagement, UUID household, UUID member, String village, LocalDate hiredOn) {

    public static final String TYPE = "cn.shouwang.employment.person-hired.v1";
}
