package cn.shouwang.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says under whose key the [Personal] parts of a component are sealed.
///
/// `value` names another component of the same event, whose text is the subject: `@Whose("member")
/// Person person`. With a role behind a colon the subject is someone beside it: `@Whose("report:delegate")
/// Delegate delegate`. Two components joined by a plus make one subject: `@Whose("household+cycle")` is the
/// household in that cycle, written `<household>:<cycle>`. Without this annotation the subject is the
/// event's first component, i.e. its stream.
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Whose {

    String value();
}
