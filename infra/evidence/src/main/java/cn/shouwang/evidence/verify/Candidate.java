package cn.shouwang.evidence.verify;

import java.util.List;

/// A checkpoint to be compared with the log, with who else signed it. `last` of those that are stored.
record Candidate(Mark mark, List<Verdict.Cosigned> cosigned, boolean last) {}
