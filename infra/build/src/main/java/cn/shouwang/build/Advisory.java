package cn.shouwang.build;

import java.util.function.Predicate;

/// Which versions of an artifact are known to be bad.
///
/// @param coordinates `group:artifact`
/// @param affected says it of a version
/// @param source where it was read
record Advisory(String id, String coordinates, Predicate<String> affected, String source) {

    boolean affects(Component component) {
        return coordinates.equals(component.coordinates()) && affected.test(component.version());
    }
}
