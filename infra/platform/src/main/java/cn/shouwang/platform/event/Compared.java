package cn.shouwang.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks what was answered about one thing and would hardly be the same for another, so that answers
/// copied from one to the next can be noticed. All marked parts of an event are compared together, as their
/// `toString` tells them. Never on what is [Personal].
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Compared {}
