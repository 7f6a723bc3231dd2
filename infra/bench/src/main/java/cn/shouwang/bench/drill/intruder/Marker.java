package cn.shouwang.bench.drill.intruder;

/// A text that gives a planted person or what is known of them away.
///
/// `village` is where the person lives; `what` names the marker without repeating it, for findings.
record Marker(Kind kind, String village, String what, String text) {

    /// Who may be answered with such a text.
    enum Kind {
        /// Name, id number, phone or address in full: nobody, as long as nothing is revealed.
        WHOLE,
        /// What lists and files show: offices of the village, its town and the county that read rows.
        MASKED,
        /// Words somebody wrote about a household: the same offices.
        WORDS,
        /// An id: the same offices, and whoever names it in the request.
        ID
    }

    static Marker whole(String village, String what, String text) {
        return new Marker(Kind.WHOLE, village, what, text);
    }

    static Marker masked(String village, String what, String text) {
        return new Marker(Kind.MASKED, village, what, text);
    }

    static Marker words(String village, String what, String text) {
        return new Marker(Kind.WORDS, village, what, text);
    }

    static Marker id(String village, String what, String text) {
        return new Marker(Kind.ID, village, what, text);
    }

    boolean maySee(Intruder caller) {
        return kind != Kind.WHOLE && caller.readsRows() && village.startsWith(caller.division());
    }
}
