package cn.shouwang.platform.messaging;

import cn.shouwang.platform.policy.Reaction;
import java.util.Set;

/// A reaction of this service to what another service published: `When<Fact>Then<Command>`.
///
/// Delivered in the order of each subject, at least once; commands are recognised when repeated.
/// When it throws, the subject is parked with the cause: its later messages wait, all others go on.
public interface InboxPolicy {

    /// Stable name, kebab-case; its commands are recognised under it.
    String name();

    /// The event types it reacts to, as [Received#type] tells them; messages of other types pass
    /// by.
    Set<String> types();

    void react(Received received, Reaction reaction);
}
