package cn.shouwang.monitoring.photo;

/// A bean that says which kind of photo a concept keeps: under what name its bytes are stored, and in which
/// read model stands, by id, every photo that an event names.
public record PhotoKind(String name, String view) {}
