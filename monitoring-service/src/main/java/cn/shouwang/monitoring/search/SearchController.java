package cn.shouwang.monitoring.search;

import cn.shouwang.monitoring.person.PersonDocument;
import cn.shouwang.monitoring.person.Phone;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.reading.Purpose;
import cn.shouwang.platform.reading.ReadLog;
import cn.shouwang.platform.reading.SearchKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Finds people within the caller's division. A POST, since what is searched for is personal and no
/// part of a URL; on record before it is answered.
@RestController
class SearchController {

    record SearchRequest(
            @NotNull SearchKey by,
            @NotBlank @Size(max = 60) String text,
            @NotNull Purpose purpose,
            @Nullable @Size(max = 200) String note) {}

    /// `found` counts all, `persons` are at most fifty: whoever gets fewer than were found asks more
    /// narrowly. `reading` is the record of this search.
    record Answer(String reading, long found, List<Persons.Found> persons) {}

    private final Persons persons;
    private final Names names;
    private final ReadLog log;

    SearchController(Persons persons, Names names, ReadLog log) {
        this.persons = persons;
        this.names = names;
        this.log = log;
    }

    @PostMapping("/searches/persons")
    Answer search(@Valid @RequestBody SearchRequest request) {
        log.mustAllowSearch(request.purpose(), request.note());
        var found = found(request);
        var things = found.items().stream().map(Persons.Found::thing).distinct().toList();
        var recorded =
                log.searched(request.by(), request.purpose(), request.note(), Math.toIntExact(found.total()), things);
        return new Answer(recorded.id(), found.total(), found.items());
    }

    private Page<Persons.Found> found(SearchRequest request) {
        return switch (request.by()) {
            case DOCUMENT -> persons.of(PersonDocument.of(request.text()));
            case PHONE -> persons.of(Phone.of(request.text()));
            case NAME -> names.like(new NamePattern(request.text()));
        };
    }
}
