package cn.shouwang.platform.messaging;

/// A published event before it is sent: its type without the `cn.shouwang.` prefix, e.g.
/// `monitoring.household-enrolled.v1`, the subject (the Kafka key) and the contract record that
/// becomes the JSON body.
public record Outgoing(String type, String subject, Object data) {}
