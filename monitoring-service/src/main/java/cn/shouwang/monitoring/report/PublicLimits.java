package cn.shouwang.monitoring.report;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// How often strangers may ask, `shouwang.public.*`, for this process; behind the gateway's own limits per
/// address.
///
/// `unknownPerMinute`: numbers nobody was given, from all together. `perNumberPerMinute`: questions and
/// acts under one number that exists. `proofsPerNumberHour`: tries to show that a number is one's own by the end
/// of the phone number, right or wrong. `reportsPerVillageHour`: beyond it a village's reports are marked,
/// never refused.
@Validated
@ConfigurationProperties("shouwang.public")
record PublicLimits(
        @Positive int unknownPerMinute,
        @Positive int perNumberPerMinute,
        @Positive int proofsPerNumberHour,
        @Positive int reportsPerVillageHour) {}
