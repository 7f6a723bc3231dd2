package cn.shouwang.platform.messaging;

import cn.shouwang.platform.command.Commands;
import cn.shouwang.platform.command.Once;
import cn.shouwang.platform.security.Gate;
import cn.shouwang.platform.store.Accepted;
import cn.shouwang.platform.store.Attempt;
import cn.shouwang.platform.store.Log;
import cn.shouwang.platform.test.Servers;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/// Stands for handlers and log: remembers what was stored, once per key.
final class RecordingCommands {

    record Sent(Object command, String key, String actor, String division) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Accepted> byKey = new HashMap<>();

    Commands commands() {
        var gateway = (CommandGateway) Proxy.newProxyInstance(
                CommandGateway.class.getClassLoader(),
                new Class<?>[] {CommandGateway.class},
                (_, method, arguments) -> {
                    if (!method.getName().equals("sendAndWait")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    store((CommandMessage<?>) arguments[0]);
                    return arguments[0];
                });
        var database = Servers.freshDatabase();
        return new Commands(gateway, new Gate(), new Once(new Log(database), database, Clock.systemUTC()), null);
    }

    private synchronized void store(CommandMessage<?> message) {
        var attempt = Attempt.CURRENT.get();
        var key = attempt.key().orElse("");
        var known = byKey.get(key);
        if (known == null || key.isEmpty()) {
            var meta = message.getMetaData();
            sent.add(new Sent(
                    message.getPayload(),
                    key,
                    String.valueOf(meta.get("actor")),
                    String.valueOf(meta.get("division"))));
            known = new Accepted("stream", sent.size(), true);
            byKey.put(key, known);
        }
        attempt.stored(known);
    }

    /// Stored commands of one type, in order.
    synchronized <T> List<T> of(Class<T> type) {
        return payloads().filter(type::isInstance).map(type::cast).toList();
    }

    /// Names of the stored commands that put parking on record.
    synchronized List<String> parking() {
        return payloads()
                .map(Object::getClass)
                .filter(type -> type.getPackageName().endsWith(".parking"))
                .map(Class::getSimpleName)
                .toList();
    }

    synchronized List<Sent> all() {
        return List.copyOf(sent);
    }

    private Stream<Object> payloads() {
        return sent.stream().map(Sent::command);
    }
}
