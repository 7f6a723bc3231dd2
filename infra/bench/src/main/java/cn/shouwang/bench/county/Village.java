package cn.shouwang.bench.county;

import cn.shouwang.bench.door.Answer;
import cn.shouwang.bench.door.Visitor;
import java.util.List;
import java.util.stream.StreamSupport;

/// A village or community of the real county: 12 digits, and the name of its committee.
public record Village(String code, String name) {

    private static final String COUNTY = "440233";
    private static final String DIVISIONS = "/api/monitoring/public/divisions?parent=";

    /// The 9 digits of its town.
    public String town() {
        return code.substring(0, 9);
    }

    /// All of the county, town by town, as everyone may ask for them.
    public static List<Village> all(Visitor visitor) {
        return places(visitor, COUNTY).stream()
                .flatMap(town -> places(visitor, town.code()).stream())
                .toList();
    }

    private static List<Village> places(Visitor visitor, String parent) {
        Answer answer = visitor.get(DIVISIONS + parent);
        if (!answer.isAccepted()) {
            throw new IllegalStateException("no divisions: %d %s".formatted(answer.status(), answer.code()));
        }
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(place -> new Village(
                        place.path("code").stringValue(), place.path("name").stringValue()))
                .toList();
    }
}
