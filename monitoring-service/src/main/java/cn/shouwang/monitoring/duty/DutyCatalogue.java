package cn.shouwang.monitoring.duty;

import cn.shouwang.monitoring.calendar.Editions;
import cn.shouwang.monitoring.division.Division;
import cn.shouwang.monitoring.division.Divisions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What is owed every year, `shouwang.duty.*`: editions, each in force from a day on until the next
/// begins. A year's duties keep the days that followed from the edition of the day they were issued.
@Validated
@ConfigurationProperties("shouwang.duty")
record DutyCatalogue(@NotEmpty List<@Valid Edition> editions) {

    /// `source` says which document sets the duties, and which days it does not name.
    record Edition(
            @NotNull LocalDate from,
            @NotEmpty List<@Valid Item> duties,
            @NotBlank String source) implements Editions.Dated {}

    /// A duty by its `code`, that binds each of `bearers`, due on a day of the year, `--03-31`.
    record Item(
            @NotNull @Pattern(regexp = "[a-z]+(-[a-z]+)*") String code,
            @NotBlank String title,
            @NotBlank String clause,
            @NotEmpty List<Bearer> bearers,
            @NotNull MonthDay due) {

        private Stream<Assignment> of(int year, String county, Divisions divisions) {
            return bearers.stream().flatMap(bearer -> places(bearer, county, divisions)
                    .map(place ->
                            new Assignment(new DutyId(year, place, bearer, code), title, clause, due.atYear(year))));
        }

        private static Stream<String> places(Bearer bearer, String county, Divisions divisions) {
            return bearer == Bearer.TOWN ? divisions.children(county).stream().map(Division::code) : Stream.of(county);
        }
    }

    DutyCatalogue {
        editions = Editions.inOrder(editions);
    }

    /// The edition in force on that day; the earliest one for days before it.
    Edition on(LocalDate day) {
        return Editions.on(editions, day);
    }

    /// Every duty of an edition for a year, town by town and department by department.
    static List<Assignment> assignments(Edition edition, DutyYearId year, Divisions divisions) {
        return edition.duties().stream()
                .flatMap(item -> item.of(year.year(), year.county(), divisions))
                .toList();
    }
}
