package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.drill.intruder.Attack.Expect;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The log positions that accepted requests were told, of those that might be accepted.
final class Receipts {

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void note(Attack attack, Seen seen) {
        if (attack.expect() == Expect.STORED && seen.status() / 100 == 2) {
            told.add(service(attack.request()) + " " + seen.answers().getFirst().header("Log-Position"));
        }
    }

    private static String service(Request request) {
        return Stream.of("employment", "identity")
                .filter(service -> request.door().name().equals(service)
                        || request.target().startsWith("/api/" + service + "/"))
                .findFirst()
                .orElse("monitoring");
    }

    boolean has(String service, long position) {
        return told.contains(service + " " + position);
    }

    int count() {
        return told.size();
    }
}
