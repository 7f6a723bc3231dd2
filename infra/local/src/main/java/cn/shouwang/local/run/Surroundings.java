package cn.shouwang.local.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What every process is told by its environment: where it listens and where the others are.
///
/// `mongo` and `kafka` are the servers in use, ours or others'; `ports` has no zeros left.
record Surroundings(
        Map<String, Integer> ports, MongoUri mongo, String kafka, Installation installation, Path data, boolean demo) {

    /// Every office of the synthetic county signs in from this one machine, where a county has an address
    /// per village; so the limits per address are those of many. So is what strangers may ask in vain.
    private static final Map<String, String> ONE_ADDRESS = Map.of(
            "SHOUWANG_GATEWAY_LIMITS_ANONYMOUS_BURST", "400",
            "SHOUWANG_GATEWAY_LIMITS_ANONYMOUS_PERMINUTE", "6000",
            "PUBLIC_UNKNOWN_PER_MINUTE", "6000");

    String url(String name) {
        return "http://127.0.0.1:" + port(name);
    }

    private String door(String service) {
        return ports.containsKey(Program.door(service)) ? url(Program.door(service)) : url(service);
    }

    int port(String name) {
        var port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port is known for " + name);
        }
        return port;
    }

    Map<String, String> of(Program program) {
        var environment = new HashMap<String, String>();
        var port = Integer.toString(port(program.name()));
        environment.put("PORT", port);
        environment.put("SERVER_PORT", port);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("DEMO", Boolean.toString(demo));
        environment.put("DATA_DIR", data.resolve(program.name()).toString());
        environment.put("ISSUER", url("identity"));
        if (program.needsServer()) {
            environment.put("MONGO_URI", mongo.database(program.service()));
            environment.put("KAFKA_SERVERS", kafka);
            environment.put(
                    "KEYS_FILE", installation.sealingKeys(program.service()).toString());
            environment.put("EVIDENCE_KEY_FILE", installation.evidenceKey().toString());
        }
        if (demo) {
            environment.putAll(ONE_ADDRESS);
        }
        if (program.equals(Program.IDENTITY)) {
            environment.putAll(identity());
        }
        if (program.equals(Program.GATEWAY)) {
            environment.putAll(gateway());
        }
        return environment;
    }

    private Map<String, String> identity() {
        return Map.of(
                "SHOUWANG_IDENTITY_USERSFILE", installation.users().toString(),
                "SHOUWANG_IDENTITY_KEYSFILE", installation.identityKeys().toString(),
                "SHOUWANG_IDENTITY_ISSUER", url("identity"),
                "SHOUWANG_IDENTITY_GATEWAY", url("gateway"),
                "SHOUWANG_IDENTITY_CLIENTSECRET", installation.gatewaySecret(),
                "MONGO_URI", mongo.database("identity"),
                "KEYS_FILE", installation.sealingKeys("identity").toString(),
                "EVIDENCE_KEY_FILE", installation.evidenceKey().toString());
    }

    private Map<String, String> gateway() {
        var environment = new HashMap<>(Map.of(
                "SHOUWANG_GATEWAY_ADDRESS", url("gateway"),
                "SHOUWANG_GATEWAY_ISSUER", url("identity"),
                "SHOUWANG_GATEWAY_SERVICES_IDENTITY_URI", url("identity"),
                "SHOUWANG_GATEWAY_CLIENTSECRET", installation.gatewaySecret()));
        Program.ALL.stream()
                .filter(Program::needsServer)
                .map(Program::name)
                .forEach(service -> environment.put(
                        "SHOUWANG_GATEWAY_SERVICES_" + service.toUpperCase(Locale.ROOT) + "_URI", door(service)));
        return environment;
    }
}
