/// What could not be handled, kept until a person decides.
///
/// A reader (the inbox, or a policy on the service's own log) that cannot handle a message parks it
/// under its subject. Later messages of that subject wait behind it in order; all other subjects go
/// on. A person retries the subject or discards a message with a reason. Each of these acts is an
/// event in the service's own log; collection `parked` holds what is needed to handle the message
/// again. Nothing is kept in memory, so a restart forgets nothing.
@NullMarked
package cn.shouwang.platform.parking;

import org.jspecify.annotations.NullMarked;
