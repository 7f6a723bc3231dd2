package cn.shouwang.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component that tells who a person is or how that person fares: name, id number, phone,
/// account, health, address detail, photo.
///
/// What is marked never leaves the service in a contract, a log line, a metric, a URL or a problem,
/// and read models show it masked.
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
