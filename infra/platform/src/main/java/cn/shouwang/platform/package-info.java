/// The plumbing every service stands on, without a word of the domain.
///
/// A service adds its sealed histories in a [cn.shouwang.platform.event.Catalogue], its read models
/// as [cn.shouwang.platform.projection.Projection], its reactions as
/// [cn.shouwang.platform.policy.Policy] or [cn.shouwang.platform.messaging.InboxPolicy] and what it
/// tells others as a [cn.shouwang.platform.messaging.Publication]; the rest starts by itself. Every
/// setting stands in the service's own `application.yml`.
@NullMarked
package cn.shouwang.platform;

import org.jspecify.annotations.NullMarked;
