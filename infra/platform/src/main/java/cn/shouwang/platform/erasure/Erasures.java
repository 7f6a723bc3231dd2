package cn.shouwang.platform.erasure;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.erasure.ErasureCommand.ProposeErasure;
import cn.shouwang.platform.store.Accepted;
import java.util.Collection;
import java.util.List;

/// The way for a service to propose that someone be forgotten. Which subjects belong to a person, and
/// whether they may be forgotten now, only the service knows.
public final class Erasures {

    private final Commands commands;

    Erasures(Commands commands) {
        this.commands = commands;
    }

    /// Proposes, in the name of the signed-in caller, to destroy the keys of `subjects`.
    ///
    /// Refuses with `erasure.no-subject`, `erasure.reason-missing`, or a caller whose division does not
    /// hold `division`.
    public Accepted propose(String about, String division, Collection<String> subjects, Ground ground, String reason) {
        return commands.send(
                new ProposeErasure(ErasureId.fresh(), division, about, List.copyOf(subjects), ground, reason));
    }
}
