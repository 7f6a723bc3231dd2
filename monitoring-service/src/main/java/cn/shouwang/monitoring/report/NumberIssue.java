package cn.shouwang.monitoring.report;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.sealing.BlindIndex;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Gives out tracking numbers. They are stored nowhere, so a form that is sent again, because the phone
/// was out of reach when the first answer came, must get the number it got before: it follows from the
/// request's `Idempotency-Key` and the installation's secret. Without a key it is random.
@Component
final class NumberIssue {

    private final BlindIndex secret;
    private final Commands commands;

    NumberIssue(BlindIndex secret, Commands commands) {
        this.secret = secret;
        this.commands = commands;
    }

    TrackingNumber next() {
        return commands.requestKey()
                .map(key -> TrackingNumber.of(HexFormat.of().parseHex(secret.of("tracking-number", key))))
                .orElseGet(TrackingNumber::next);
    }
}
