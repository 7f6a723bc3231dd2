/// Who was trained, and how far the two plain-language sheets have come.
///
/// Recorded here: trainings of cadres and of households on their policies (C2), and how many households of
/// a village have the application sheet, which is for every rural household, and the policy sheet,
/// which is for every monitored one. Counts and texts of offices, about no one.
@NullMarked
package cn.shouwang.monitoring.awareness;

import org.jspecify.annotations.NullMarked;
