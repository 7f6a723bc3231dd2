package cn.shouwang.monitoring.paper;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/// The six letters before the name of an embedded part of a font, which differ from paper to paper and are
/// the same each time the same paper is written.
final class SubsetTag extends SecureRandom {

    private static final double VALUES = 256;
    private static final ScopedValue<ByteBuffer> PAPER = ScopedValue.newInstance();

    /// Writes a paper whose letters follow from `mark`.
    static void during(byte[] mark, Runnable writing) {
        ScopedValue.where(PAPER, ByteBuffer.wrap(mark)).run(writing);
    }

    @Override
    public double nextDouble() {
        return PAPER.isBound() ? next(PAPER.get()) : super.nextDouble();
    }

    private static double next(ByteBuffer mark) {
        if (!mark.hasRemaining()) {
            mark.rewind();
        }
        return Byte.toUnsignedInt(mark.get()) / VALUES;
    }
}
