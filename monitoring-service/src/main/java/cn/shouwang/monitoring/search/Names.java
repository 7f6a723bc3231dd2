package cn.shouwang.monitoring.search;

import cn.shouwang.platform.projection.MemoryView;
import cn.shouwang.platform.projection.Page;
import cn.shouwang.platform.projection.Views;
import cn.shouwang.platform.security.Gate;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/// Search by name within the caller's division. Not there while this process still reads the log
/// (`view.building`).
@Component
class Names {

    private final NameIndex index = new NameIndex();
    private final MemoryView view;
    private final Persons persons;
    private final Gate gate;

    Names(Views views, Persons persons, Gate gate) {
        this.view = views.inMemory("names", NameIndex.READS, index::on);
        this.persons = persons;
        this.gate = gate;
    }

    Page<Persons.Found> like(NamePattern pattern) {
        view.mustBeBuilt();
        var matches = index.find(gate.scope().division(), pattern, Persons.MOST);
        var members = matches.members();
        var found = persons.of(members).stream()
                .sorted(Comparator.comparing(one -> members.indexOf(one.member())))
                .toList();
        var elsewhere = members.size() - found.size(); // moved away since
        return new Page<>(found, matches.total() - elsewhere, 1, Persons.MOST);
    }
}
