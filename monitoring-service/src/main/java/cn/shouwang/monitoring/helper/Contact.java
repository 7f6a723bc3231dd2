package cn.shouwang.monitoring.helper;

import cn.shouwang.monitoring.person.PersonName;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.event.Personal;
import org.jspecify.annotations.Nullable;

/// Who a helper is: sealed under the helper's account, apart from what is known of households.
public record Contact(
        @Personal PersonName name, @Personal @Nullable Phone phone) {

    /// Nothing personal.
    @Override
    public String toString() {
        return "Contact";
    }
}
