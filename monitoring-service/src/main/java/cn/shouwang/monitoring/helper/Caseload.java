package cn.shouwang.monitoring.helper;

/// How many households an account helps now.
///
/// Other households have other streams, so this is read from rows that have seen the log up to the
/// question. Two assignments decided in the same moment do not see each other: the most a helper
/// may have is a soft bound.
public interface Caseload {

    /// Counted up to `most`.
    int households(String account, int most);
}
