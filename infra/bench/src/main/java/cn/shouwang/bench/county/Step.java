package cn.shouwang.bench.county;

/// A step of a family's case, in the words of the procedure.
enum Step {
    OPEN,
    VISIT,
    AUTHORIZE,
    APPRAISE,
    PUBLICISE,
    OBJECT,
    UPHOLD,
    TAKE_DOWN,
    RETURN,
    REVIEW,
    DETERMINE,
    ANNOUNCE,
    REJECT
}
