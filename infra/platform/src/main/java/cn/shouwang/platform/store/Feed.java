package cn.shouwang.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a [Reader] hands over, and to whom.
sealed interface Feed<T> {

    /// How many are handed over at once.
    int batch();

    /// Whether it is handed over with the one before, because both stand at one position.
    boolean goesOn(T one);

    /// Whether it waits while this process stores much, see [Rush].
    boolean givesWay();

    /// How long a reader lets more gather that has done all there was and, `sinceLast` later, heard of more;
    /// `waitedFor` when somebody waits for it.
    Duration gathering(Duration sinceLast, boolean waitedFor);

    Stream<T> after(long position);

    /// Of the last event in `one`.
    long position(T one);

    Instant recordedAt(T one);

    void done(List<T> batch) throws Exception;

    /// What is due now and then, also when nothing is stored.
    void turn() throws Exception;

    /// Where events come from: those after a position, in order.
    @FunctionalInterface
    interface Source {
        Stream<Recorded> after(long position);
    }

    /// Events, as the service means them today or as they lie in the log. While one commit follows another
    /// and nobody waits, a reader asks for them some twenty times a second and not once for each: there are
    /// dozens of readers.
    record Events(Source source, Reader.Work work) implements Feed<Recorded> {

        private static final Duration AT_ONCE = Duration.ofMillis(50);

        @Override
        public int batch() {
            return 512;
        }

        @Override
        public boolean goesOn(Recorded one) {
            return one.part() > 0;
        }

        @Override
        public boolean givesWay() {
            return true;
        }

        @Override
        public Duration gathering(Duration sinceLast, boolean waitedFor) {
            return waitedFor || sinceLast.compareTo(AT_ONCE) > 0 ? Duration.ZERO : AT_ONCE;
        }

        @Override
        public Stream<Recorded> after(long position) {
            return source.after(position);
        }

        @Override
        public long position(Recorded one) {
            return one.position();
        }

        @Override
        public Instant recordedAt(Recorded one) {
            return one.recordedAt();
        }

        @Override
        public void done(List<Recorded> batch) throws Exception {
            var read = PassedOver.without(batch);
            if (!read.isEmpty()) {
                work.done(read);
            }
        }

        @Override
        public void turn() {}
    }

    /// Commits, as they are stored. What gathers is read at once, so that the log is asked once a second at
    /// most and not for each commit.
    record Commits(Log log, Reader.RawWork work) implements Feed<Commit> {

        @Override
        public int batch() {
            return 64; // one may be as large as 4 Mi characters
        }

        @Override
        public boolean goesOn(Commit one) {
            return false;
        }

        @Override
        public boolean givesWay() {
            return false;
        }

        @Override
        public Duration gathering(Duration sinceLast, boolean waitedFor) {
            return Duration.ofSeconds(1);
        }

        @Override
        public Stream<Commit> after(long position) {
            return log.after(position);
        }

        @Override
        public long position(Commit one) {
            return one.last();
        }

        @Override
        public Instant recordedAt(Commit one) {
            return one.recordedAt();
        }

        @Override
        public void done(List<Commit> batch) throws Exception {
            work.done(batch);
        }

        @Override
        public void turn() throws Exception {
            work.turn();
        }
    }
}
