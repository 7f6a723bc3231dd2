package cn.shouwang.monitoring.comparison;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What comparing may take, and on what it may rest: `shouwang.comparison`.
///
/// `fileBytes` and `rows` bound one file, `memory` (as DuckDB writes it) and `threads` one comparison, whose
/// `spill` folder is that of the system unless one is named. `grounds` are the legal bases an office may
/// name.
@Validated
@ConfigurationProperties("shouwang.comparison")
public record ComparisonSettings(
        @Positive int fileBytes,
        @Positive int rows,
        @NotBlank @Pattern(regexp = "[0-9]+(MB|GB)") String memory,
        @Positive int threads,
        @NotNull String spill,
        @Positive int mostHits,
        @NotEmpty List<@Valid Ground> grounds) {

    /// One legal basis, named from `from` on. One that does not push rests on the household's signature: then
    /// only households that have signed are compared (rule M5).
    public record Ground(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{2,40}")
            String id,

            @NotNull LocalDate from,
            boolean push,
            @NotBlank @Size(max = 200) String text) {}

    public ComparisonSettings {
        grounds = grounds.stream().sorted(Comparator.comparing(Ground::from)).toList();
    }

    /// The basis of that name as it stands on a day.
    public Optional<Ground> ground(String id, LocalDate on) {
        return grounds.reversed().stream()
                .filter(ground -> ground.id().equals(id) && !ground.from().isAfter(on))
                .findFirst();
    }
}
