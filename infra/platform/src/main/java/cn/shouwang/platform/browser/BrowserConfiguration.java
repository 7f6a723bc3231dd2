package cn.shouwang.platform.browser;

import cn.shouwang.platform.event.EventSerializer;
import cn.shouwang.platform.history.History;
import cn.shouwang.platform.history.Moments;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Log;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The event browser and the state of subjects as beans.
@AutoConfiguration
@Import({HistoryController.class, SubjectController.class})
public final class BrowserConfiguration {

    @Bean
    Told told(MessageSource messages) {
        return new Told(messages);
    }

    @Bean
    EventBrowser eventBrowser(
            History history, Moments moments, Log log, EventSerializer serializer, Gate gate, Told told) {
        return new EventBrowser(history, moments, log, serializer, gate, told);
    }

    @Bean
    Subjects subjects(History history, Log log, EventSerializer serializer, Gate gate, Told told) {
        return new Subjects(history, log, serializer, gate, told);
    }
}
