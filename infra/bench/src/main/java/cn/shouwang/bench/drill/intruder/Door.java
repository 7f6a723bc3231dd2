package cn.shouwang.bench.drill.intruder;

/// Where an attack goes: a process of the suite.
///
/// @param prefix what stands before a path of the service it leads to: `/api/monitoring` at the gateway
/// @param gateway whether it takes cookies; the services take tokens
record Door(String name, int port, String prefix, boolean gateway) {

    /// The same door, leading to another service.
    Door to(String service) {
        return gateway ? new Door(name, port, "/api/" + service, true) : this;
    }

    String host() {
        return "127.0.0.1:" + port;
    }
}
