package cn.shouwang.monitoring.enrolment;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What one file may take: `shouwang.enrolment`. `fileBytes` and `rows` bound it; `pieceHouseholds` are
/// registered between two marks of progress.
@Validated
@ConfigurationProperties("shouwang.enrolment")
record EnrolmentSettings(
        @Positive int fileBytes,
        @Positive int rows,
        @Positive int pieceHouseholds) {}
