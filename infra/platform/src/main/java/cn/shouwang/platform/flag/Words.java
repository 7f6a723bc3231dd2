package cn.shouwang.platform.flag;

import cn.shouwang.platform.security.Role;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/// What the answers say in words: `flag.<kind>` and what belongs to it, `role.<office>`, and
/// `event.<stored name>`, or the name itself where a service has no words for it.
record Words(MessageSource messages) {

    String flag(FlagKind kind, String part, Locale locale, Object... with) {
        return text("flag." + kind + part, locale, with);
    }

    String office(Role role, Locale locale) {
        return text("role." + role, locale);
    }

    String event(String name, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage("event." + name, null, name, locale), name);
    }

    String text(String key, Locale locale, Object... with) {
        return Objects.requireNonNullElse(messages.getMessage(key, with, key, locale), key);
    }
}
