package cn.shouwang.bench.drill.intruder;

/// A text that gives a planted person or what is known of them away.
///
/// `village` is where the person lives; `what` names the marker without repeating it, for findings.
///
/// `shownTo` is the account to which it was revealed or told, empty for none.
record Marker(Kind kind, String village, String what, String text, String shownTo) {

    /// Who may be answered with such a text.
    enum Kind {
        /// Name, id number, phone or address in full: nobody but the account it was revealed to.
        WHOLE,
        /// The number by which a household follows its report: whoever names it in the request, and the account
        /// that took the report by phone and tells the caller.
        NUMBER,
        /// What lists and files show: offices of the village, its town and the county that read rows.
        MASKED,
        /// Words somebody wrote about a household: the same offices.
        WORDS,
        /// An id: the same offices, the operator, whose event browser shows ids, and whoever names it in the
        /// request.
        ID
    }

    static Marker whole(String village, String what, String text) {
        return new Marker(Kind.WHOLE, village, what, text, "");
    }

    static Marker number(String village, String what, String text) {
        return new Marker(Kind.NUMBER, village, what, text, "");
    }

    static Marker masked(String village, String what, String text) {
        return new Marker(Kind.MASKED, village, what, text, "");
    }

    static Marker words(String village, String what, String text) {
        return new Marker(Kind.WORDS, village, what, text, "");
    }

    static Marker id(String village, String what, String text) {
        return new Marker(Kind.ID, village, what, text, "");
    }

    Marker shownTo(String account) {
        return new Marker(kind, village, what, text, account);
    }

    boolean maySee(Intruder caller) {
        return switch (kind) {
            case WHOLE, NUMBER -> !caller.isNobody() && caller.account().equals(shownTo);
            case MASKED, WORDS -> caller.readsRows() && village.startsWith(caller.division());
            case ID ->
                (caller.readsRows() || caller.account().equals(World.ADMIN))
                        && !caller.isNobody()
                        && village.startsWith(caller.division());
        };
    }

    /// Whether it is no news to whoever names it.
    boolean isKnownToWhoNamesIt() {
        return kind == Kind.ID || kind == Kind.NUMBER;
    }
}
