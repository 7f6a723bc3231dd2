package cn.shouwang.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name under which an event is stored, `<concept>.<kebab-fact>`, chosen once and kept for ever.
///
/// The class may move or be renamed; the name may not. Together with Axon's `@Revision` it is the
/// identity of a stored form.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Stored {

    String value();
}
