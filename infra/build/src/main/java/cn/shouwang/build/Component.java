package cn.shouwang.build;

import java.util.List;

/// One artifact of the suite.
///
/// @param coordinates `group:artifact`
/// @param licences as the artifact's POM names them; empty when it names none
record Component(String coordinates, String version, List<String> licences) {}
