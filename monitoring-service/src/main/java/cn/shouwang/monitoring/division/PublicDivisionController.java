package cn.shouwang.monitoring.division;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The map for the public form: towns of the county, villages of a town.
@RestController
class PublicDivisionController {

    /// A place as the form shows it.
    record Place(String code, String name, Division.Kind kind) {}

    private final Divisions divisions;

    PublicDivisionController(Divisions divisions) {
        this.divisions = divisions;
    }

    /// The places directly in `parent`; the county when there is no parent; none when it is unknown.
    @GetMapping("/public/divisions")
    List<Place> divisions(
            @RequestParam(defaultValue = "") @Pattern(regexp = "|[0-9]{6}|[0-9]{9}|[0-9]{12}") String parent) {
        return divisions.children(parent).stream()
                .map(division -> new Place(division.code(), division.name(), division.kind()))
                .toList();
    }
}
