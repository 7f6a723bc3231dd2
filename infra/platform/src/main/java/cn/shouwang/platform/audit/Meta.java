package cn.shouwang.platform.audit;

/// Keys of the metadata every stored event carries. Values are text.
public final class Meta {

    /// Account that acted, `public` for a household without one, `policy:<name>` for the software.
    public static final String ACTOR = "actor";

    /// Office in which the actor acted, a name of [cn.shouwang.platform.security.Role].
    public static final String ROLE = "role";

    /// Division prefix the actor had at that moment.
    public static final String DIVISION = "division";

    /// Way the command came in, a name of [cn.shouwang.platform.security.Actor.Channel].
    public static final String CHANNEL = "channel";

    /// Id of the request or event at the beginning of the chain.
    public static final String CORRELATION = "correlation";

    /// Id of the message that directly caused this one.
    public static final String CAUSATION = "causation";

    /// W3C trace id, when a trace was running.
    public static final String TRACE = "trace";

    private Meta() {}
}
