package cn.shouwang.bench.drill.intruder;

/// Something that must not be. `what` repeats nothing that was planted.
record Finding(Kind kind, String what) {

    enum Kind {
        /// Seen by who may not: a marker, the inside of the software, or a difference that tells.
        LEAKED,
        /// A status from 500 on.
        FAULT,
        /// Accepted or stored although it had to be refused.
        LET_IN,
        /// No answer, or an answer that is not in the form of errors.
        FORM,
        /// Something is not as it was before, or does not work any more.
        DAMAGE
    }
}
