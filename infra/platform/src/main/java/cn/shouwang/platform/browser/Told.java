package cn.shouwang.platform.browser;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/// What stored names mean, in the words of messages `event.…`, `role.…` and `channel.…`; a name without
/// words stands for itself.
final class Told {

    private final MessageSource messages;

    Told(MessageSource messages) {
        this.messages = messages;
    }

    String event(String name, Locale locale) {
        return words("event." + name, name, locale);
    }

    String office(String role, Locale locale) {
        return words("role." + role, role, locale);
    }

    String channel(String channel, Locale locale) {
        return words("channel." + channel, channel, locale);
    }

    private String words(String key, String name, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, name, locale), name);
    }
}
