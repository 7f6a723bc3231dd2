package cn.shouwang.monitoring.alert;

import cn.shouwang.monitoring.alert.AlertEvent.AlertDispatched;
import java.util.function.Function;
import java.util.stream.Stream;

/// Alerts straight from their streams, so that what was recorded a moment ago already counts.
public final class Alerts {

    private final Function<AlertId, Stream<AlertEvent>> streams;

    public Alerts(Function<AlertId, Stream<AlertEvent>> streams) {
        this.streams = streams;
    }

    /// Whether an alert of that number waits for its clue to end.
    public boolean isDispatched(AlertId alert) {
        return streams.apply(alert).reduce((_, last) -> last).orElse(null) instanceof AlertDispatched;
    }
}
