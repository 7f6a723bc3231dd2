package cn.shouwang.platform.parking;

import org.jspecify.annotations.Nullable;

/// What a retry came to: how many messages were handled, how many of the subject are still parked,
/// and why it stopped. Without a failure and with some still parked, it stopped at the limit of one
/// request and may be asked again.
public record Outcome(int handled, long parked, @Nullable Failure failure) {}
