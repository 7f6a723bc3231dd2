package cn.shouwang.monitoring.helper;

/// A helper's title and the unit that sends them.
public record Office(String title, String unit) {}
