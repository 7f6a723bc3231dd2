package cn.shouwang.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The roles that may send a command. Who may ask for an endpoint at all stands in the [AccessTable].
///
/// A command without this annotation is refused for everyone, so a forgotten line closes a door
/// rather than opening one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    Role[] value();
}
