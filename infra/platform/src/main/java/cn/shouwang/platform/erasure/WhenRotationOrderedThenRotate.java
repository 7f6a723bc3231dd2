package cn.shouwang.platform.erasure;

import cn.shouwang.platform.erasure.RotationCommand.RecordRotation;
import cn.shouwang.platform.erasure.RotationEvent.RotationOrdered;
import cn.shouwang.platform.policy.Policy;
import cn.shouwang.platform.policy.Reaction;
import cn.shouwang.platform.sealing.StoredPersonKeys;
import cn.shouwang.platform.store.Recorded;
import java.util.List;

/// Wraps every person key anew. A crash half-way only means one change of the key more.
final class WhenRotationOrderedThenRotate implements Policy {

    private final StoredPersonKeys keys;

    WhenRotationOrderedThenRotate(StoredPersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "when-rotation-ordered-then-rotate";
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(RotationOrdered.class);
    }

    @Override
    public void react(Recorded recorded, Reaction reaction) {
        if (recorded.event() instanceof RotationOrdered ordered) {
            reaction.send("rotation", new RecordRotation(ordered.rotation(), keys.rotate()), ordered.division());
        }
    }
}
