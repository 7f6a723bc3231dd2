package cn.shouwang.platform.erasure;

import cn.shouwang.platform.erasure.ErasureCommand.RecordErasure;
import cn.shouwang.platform.erasure.ErasureEvent.ErasureApproved;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.store.Recorded;
import java.util.List;

/// Destroys the keys first and records it then: a crash in between repeats the destruction, which
/// changes nothing.
final class WhenErasureApprovedThenDestroyKeys implements Policy {

    private final StoredPersonKeys keys;

    WhenErasureApprovedThenDestroyKeys(StoredPersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "when-erasure-approved-then-destroy-keys";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(ErasureApproved.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof ErasureApproved approved) {
            keys.destroy(approved.subjects());
            reaction.send("erasure", new RecordErasure(approved.erasure()), approved.division());
        }
    }
}
