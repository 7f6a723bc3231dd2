package cn.shouwang.platform.parking;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/// Says in words why a message is parked.
final class Causes {

    private final MessageSource messages;

    Causes(MessageSource messages) {
        this.messages = messages;
    }

    /// The text of the rule or refusal the code names, or else of the kind.
    String of(Parked parked, Locale locale) {
        var kind = text("parked." + parked.kind(), parked.kind().name(), locale);
        return switch (parked.kind()) {
            case RULE -> text("rule." + parked.code(), kind, locale);
            case ACCESS -> text("problem." + parked.code(), kind, locale);
            default -> kind;
        };
    }

    private String text(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }
}
