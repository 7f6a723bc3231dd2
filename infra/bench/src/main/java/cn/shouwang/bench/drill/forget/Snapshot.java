package cn.shouwang.bench.drill.forget;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// A photo as a telephone takes it: a picture nobody else has, a remark, and where it was taken.
final class Snapshot {

    private static final int SIDE = 96;
    private static final int TIFF = 6;
    private static final int NORTH = 44;
    private static final int EAST = NORTH + 24;

    private Snapshot() {}

    /// A JPEG file with the remark as its comment and the position in its Exif segment.
    static byte[] of(Marked marked) {
        var picture = picture(marked.latitude4096ths());
        var exif = exif(marked.latitude4096ths());
        var remark = marked.remark();
        var comment = remark.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(picture.length + exif.length + comment.length + 8)
                .put(picture, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .putShort((short) 0xFFFE)
                .putShort((short) (comment.length + 2))
                .put(comment)
                .put(picture, 2, picture.length - 2)
                .array();
    }

    private static byte[] picture(long seed) {
        var random = new SplittableRandom(seed);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (var at = 0; at < SIDE * SIDE; at++) {
            picture.setRGB(at % SIDE, at / SIDE, random.nextInt(1 << 24));
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// One directory that points to another with the four entries of a position (Exif 2.3, 4.6.6).
    private static byte[] exif(int latitude4096ths) {
        var exif = ByteBuffer.allocate(TIFF + EAST + 24 + 26 + 54);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        var gps = EAST + 24;
        exif.putShort((short) 1);
        entry(exif, 0x8825, 4, 1, gps);
        exif.position(TIFF + NORTH);
        degrees(exif, latitude4096ths);
        degrees(exif, 114 * 4096);
        exif.putShort((short) 4);
        entry(exif, 1, 2, 2, 'N' << 24);
        entry(exif, 2, 5, 3, NORTH);
        entry(exif, 3, 2, 2, 'E' << 24);
        entry(exif, 4, 5, 3, EAST);
        return exif.array();
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /// Degrees as one fraction, no minutes and no seconds: what a double holds exactly.
    private static void degrees(ByteBuffer exif, int in4096ths) {
        exif.putInt(in4096ths).putInt(4096).putInt(0).putInt(1).putInt(0).putInt(1);
    }
}
