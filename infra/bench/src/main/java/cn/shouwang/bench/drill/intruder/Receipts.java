package cn.shouwang.bench.drill.intruder;

import cn.shouwang.bench.drill.intruder.Attack.Expect;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The log positions that accepted requests were told, of those that might be accepted.
final class Receipts {

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void note(Attack attack, Seen seen) {
        if (attack.expect() == Expect.STORED && seen.status() / 100 == 2) {
            told.add(service(attack.request()) + " " + seen.answers().getFirst().header("Log-Position"));
        }
    }

    private static String service(Request request) {
        var employment =
                request.door().name().equals("employment") || request.target().startsWith("/api/employment");
        return employment ? "employment" : "monitoring";
    }

    boolean has(String service, long position) {
        return told.contains(service + " " + position);
    }

    int count() {
        return told.size();
    }
}
