package cn.shouwang.platform.policy;

import cn.shouwang.platform.store.Recorded;
import java.util.List;

/// A reaction of this service to its own history: `When<Fact>Then<Command>`.
///
/// Called in log order, at least once per event; the commands it sends are recognised when repeated.
/// When it throws, the event's stream is parked: later events of that stream wait, all others go on.
public interface Policy {

    /// Stable name, kebab-case; the position of this policy is kept under it.
    String name();

    /// The events it is given, of these types or histories; it never sees another.
    List<Class<?>> reads();

    void react(Recorded recorded, Reaction reaction);
}
