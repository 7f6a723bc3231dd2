package cn.shouwang.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/// How many bytes of bodies may be in memory at a time, over all requests that share the room. A body takes
/// of it as it comes, so whoever sends slowly holds no more than they have sent.
///
/// Any number of threads may read.
final class BodyRoom {

    private static final int PIECE_BYTES = 16_384;

    private final Semaphore bytes;

    BodyRoom(int mostBytes) {
        this.bytes = new Semaphore(mostBytes);
    }

    Held hold() {
        return new Held();
    }

    /// The part of the room that one request holds, until it is closed.
    final class Held implements AutoCloseable {

        private int taken;
        private boolean full;

        /// All of the body, or its first `most` bytes. Of a body that finds no room the rest is read and
        /// forgotten, or the caller would be cut off before the answer; then [#isFull].
        byte[] read(InputStream in, int most) throws IOException {
            var body = new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException("read in pieces");
                }

                @Override
                public int read(byte[] into, int at, int length) throws IOException {
                    var count = full ? -1 : in.read(into, at, Math.min(length, PIECE_BYTES));
                    full = full || (count > 0 && !bytes.tryAcquire(count));
                    taken += full ? 0 : Math.max(0, count);
                    return full ? -1 : count;
                }
            }.readNBytes(most);
            if (full) {
                giveBack();
                forget(in, most);
            }
            return body;
        }

        /// Whether there was no room for all of it.
        boolean isFull() {
            return full;
        }

        private static void forget(InputStream in, int most) throws IOException {
            var piece = new byte[PIECE_BYTES];
            for (var left = most; left > 0; ) {
                var count = in.read(piece, 0, Math.min(left, piece.length));
                left = count < 0 ? 0 : left - count;
            }
        }

        private void giveBack() {
            bytes.release(taken);
            taken = 0;
        }

        @Override
        public void close() {
            giveBack();
        }
    }
}
