package cn.shouwang.monitoring.update;

import cn.shouwang.platform.event.Placed;
import cn.shouwang.platform.projection.Tail;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Actor;
import cn.shouwang.platform.security.Role;
import cn.shouwang.platform.store.Recorded;
import cn.shouwang.platform.web.TooMany;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Who listens now, and what they are told: each event of the log as soon as it is stored, in every
/// process to those who listen there. The rows may be behind by then; who reads them with the position
/// that was told waits for them as after an act of their own.
@Component
class Updates implements SmartLifecycle {

    /// They have work here and see no household's case: a department its own data, a group head the file of
    /// one household visited.
    private static final Set<Role> WORK_ONLY = EnumSet.of(Role.DEPARTMENT_OFFICER, Role.GROUP_LEADER);

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Tail log;
    private final UpdateTerms terms;
    private volatile boolean running;

    Updates(Views views, UpdateTerms terms) {
        this.log = views.tail("updates", Change.READS, this::tell);
        this.terms = terms;
    }

    /// A stream for `caller` that lasts as long at most. An account that has as many as it may loses its
    /// oldest, most likely of a page that is left and not yet missed; [TooMany] when all accounts together have
    /// as many as they may.
    SseEmitter listen(Actor caller, Duration lasting) {
        var stream = new SseEmitter(0L); // it ends by our own time
        var listener = new Listener(stream, caller, WORK_ONLY.contains(caller.role()));
        admit(listener);
        stream.onCompletion(listener::close);
        Thread.ofVirtual().name("updates").start(() -> serve(listener, lasting));
        return stream;
    }

    private synchronized void admit(Listener listener) {
        var mine = listeners.stream()
                .filter(other -> other.account().equals(listener.account()))
                .toList();
        if (mine.size() >= terms.perAccount()) {
            mine.getFirst().close();
            listeners.remove(mine.getFirst());
        }
        if (!running || listeners.size() >= terms.most()) {
            throw new TooMany(AGAIN);
        }
        listeners.add(listener);
    }

    private void serve(Listener listener, Duration lasting) {
        try {
            var longest = lasting.compareTo(terms.longest()) < 0 ? lasting : terms.longest();
            listener.run(log.position(), terms.heartbeat(), longest);
        } finally {
            listeners.remove(listener);
        }
    }

    private void tell(Recorded recorded) {
        if (!listeners.isEmpty() && recorded.event() instanceof Placed placed) {
            Change.of(recorded)
                    .ifPresent(change -> listeners.forEach(listener -> listener.tell(placed.division(), change)));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the server waits for requests that are not done.
    @Override
    public synchronized void stop() {
        running = false;
        listeners.forEach(Listener::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
