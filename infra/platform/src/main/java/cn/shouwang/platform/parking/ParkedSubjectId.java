package cn.shouwang.platform.parking;

/// A subject as one reader meets it; the key of the stream in which its parking is recorded.
record ParkedSubjectId(String reader, String subject) {

    @Override
    public String toString() {
        return "parked-" + reader + "-" + subject;
    }
}
