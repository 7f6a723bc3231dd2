package cn.shouwang.platform.console;

import cn.shouwang.platform.projection.Layout;
import java.util.HashMap;
import java.util.Map;

/// The generations of every read model of a service, by name and version.
record Buildings(Map<Key, Generations> all) implements Layout.Plan {

    static final Buildings NONE = new Buildings(Map.of());

    /// One version of one read model.
    record Key(String view, int version) {}

    Buildings {
        all = Map.copyOf(all);
    }

    Generations at(String view, int version) {
        return all.getOrDefault(new Key(view, version), Generations.FIRST);
    }

    @Override
    public Layout of(String view, int version) {
        return at(view, version).layout();
    }

    Buildings after(ViewEvent event, Act act) {
        var changed = new HashMap<>(all);
        changed.put(
                new Key(event.view(), event.version()),
                at(event.view(), event.version()).after(event, act));
        return new Buildings(changed);
    }
}
