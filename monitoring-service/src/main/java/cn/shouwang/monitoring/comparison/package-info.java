/// Departments' facts beside the register: which household a rule finds, by how much.
///
/// Decided here: the rules, as dated settings of a few typed forms; how a person of the register and a
/// row of a department's file are joined, by keyed hashes and nothing else; that who has signed no
/// authorization is looked at only in what a department pushed on a legal basis (rule M5). What a hit
/// means for the household is not decided here: it is a hint for people, and a negative check only asks
/// them to look carefully.
@NullMarked
package cn.shouwang.monitoring.comparison;

import org.jspecify.annotations.NullMarked;
