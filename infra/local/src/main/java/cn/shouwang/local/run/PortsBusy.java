package cn.shouwang.local.run;

import java.util.Map;
import java.util.stream.Collectors;

/// Says which ports the suite needs are taken, and by whom. Nothing has been started.
public final class PortsBusy extends RuntimeException {

    PortsBusy(Map<String, Integer> busy) {
        super(busy.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "端口 %d(%s)被 %s 占用；换端口 use another: --%s-port N"
                        .formatted(entry.getValue(), entry.getKey(), PortOwner.name(entry.getValue()), entry.getKey()))
                .collect(Collectors.joining("\n")));
    }

    /// @throws PortsBusy when one of `ports` is taken
    static void check(Map<String, Integer> ports) {
        var busy = ports.entrySet().stream()
                .filter(entry -> !Ports.isFree(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!busy.isEmpty()) {
            throw new PortsBusy(busy);
        }
    }
}
