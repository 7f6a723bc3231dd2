package cn.shouwang.platform.console;

import java.time.Instant;

/// When something was done at the console, and by which account.
record Act(Instant at, String by) {}
