package cn.shouwang.monitoring.comparison;

import cn.shouwang.monitoring.dataset.PersonKey;
import cn.shouwang.monitoring.dataset.PersonKeys;
import cn.shouwang.monitoring.person.IdNumber;
import cn.shouwang.platform.sealing.BlindIndex;

/// Keys under the installation's index key. They are of a kind of their own, so that whoever holds a copy of
/// the database cannot tell which row of another read model is the same person.
public final class HashedPersonKeys implements PersonKeys {

    private static final String KIND = "comparison";

    private final BlindIndex index;

    public HashedPersonKeys(BlindIndex index) {
        this.index = index;
    }

    @Override
    public PersonKey of(IdNumber id) {
        var halves = index.halves(KIND, id.value());
        return new PersonKey(halves.high(), halves.low());
    }
}
