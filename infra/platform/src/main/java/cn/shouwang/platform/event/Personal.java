package cn.shouwang.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component that tells who a person is or how that person fares: name, id number, phone,
/// account, health, address detail, photo, and free text, which may tell any of these.
///
/// What is marked is sealed before it reaches the log, under the key of whom it is about ([Whose]). It
/// never leaves the service in a contract, a log line, a metric, a URL or a problem, and read models
/// keep it sealed and show it masked. Once the key is destroyed it reads as null, an empty text, an
/// empty collection, or what the type's own `static forgotten()` returns; a component that can be none of
/// these fails the start.
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
