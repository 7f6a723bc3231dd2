package cn.shouwang.platform.test;

import java.util.List;
import java.util.stream.Stream;

/// Every convention, for a service whose packages lie below one root.
final class Conventions {

    private Conventions() {}

    static List<Convention> of(String root) {
        return Stream.of(
                        WriteConventions.all(),
                        ReadConventions.all(root),
                        PlaceConventions.all(root),
                        CodeConventions.all())
                .flatMap(List::stream)
                .toList();
    }
}
