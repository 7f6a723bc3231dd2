package cn.shouwang.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that an event is the decision on what other events of the same stream put forward.
///
/// How long after the last of `on` it was recorded, and whether one account made and decided, is looked at
/// and never forbidden here; what must not be is a rule of the aggregate. A note for readers of the log:
/// nothing of it is stored.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Decides {

    /// What puts the matter before whoever decides.
    Class<?>[] on();

    /// What gathers the facts, by an account that had better be another than the one that decides.
    Class<?>[] collectedBy() default {};
}
