package cn.shouwang.platform.policy;

import cn.shouwang.platform.store.Accepted;

/// The hands of a policy while it reacts to one message.
public interface Reaction {

    /// Sends `command` in the name of the policy, at `division`.
    ///
    /// `part` tells apart several commands that answer one message, e.g. the member's id; together
    /// with the message it makes the key by which a repetition is recognised: a command that was
    /// stored before is not stored again, and the first answer is returned.
    Accepted send(String part, Object command, String division);
}
