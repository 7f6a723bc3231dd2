package cn.shouwang.monitoring.update;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How many may listen for changes, and for how long.
///
/// @param perAccount streams of one account at once
/// @param most streams in all of this process
/// @param heartbeat how often a stream says that it is still there; a proxy in between ends what is silent
/// @param longest how long one lasts, unless the caller's token ends sooner
@Validated
@ConfigurationProperties("shouwang.update")
record UpdateTerms(
        @Positive int perAccount,
        @Positive int most,
        @NotNull Duration heartbeat,
        @NotNull Duration longest) {}
