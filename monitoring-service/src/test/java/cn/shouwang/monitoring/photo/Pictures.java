package cn.shouwang.monitoring.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Files as phones, and people with other intentions, send them.
public final class Pictures {

    private Pictures() {}

    /// Red in the upper left quarter, blue elsewhere, and a stripe by which pictures differ.
    public static byte[] file(String format, int width, int height, int stripe) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.setColor(Color.GREEN);
        pen.fillRect(0, height - height / 8, stripe, height / 8);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] jpeg(int stripe) {
        return file("jpg", 400, 300, stripe);
    }

    /// The same picture with what a camera adds: this side up, near 24.058712 N 114.207333 E, that time.
    public static byte[] photographed(byte[] jpeg, int orientation, String at) {
        return withSegment(jpeg, exif(orientation, at));
    }

    /// Puts an APP1 segment of that content behind the first marker.
    static byte[] withSegment(byte[] jpeg, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    static byte[] exif(int orientation, String at) {
        var tiff = ByteBuffer.allocate(400);
        tiff.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        entries(tiff, 3);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8769, 4, 1, 60);
        entry(tiff, 0x8825, 4, 1, 100);
        tiff.position(6 + 60);
        entries(tiff, 1);
        entry(tiff, 0x9003, 2, 20, 80);
        tiff.position(6 + 80);
        tiff.put(at.getBytes(StandardCharsets.US_ASCII));
        tiff.position(6 + 100);
        entries(tiff, 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 160);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, 190);
        degrees(tiff, 160, 24, 3, 313632);
        degrees(tiff, 190, 114, 12, 263988);
        return tiff.array();
    }

    private static void degrees(ByteBuffer tiff, int at, int degrees, int minutes, int secondsBy10000) {
        tiff.position(6 + at);
        tiff.putInt(degrees)
                .putInt(1)
                .putInt(minutes)
                .putInt(1)
                .putInt(secondsBy10000)
                .putInt(10000);
    }

    private static void entries(ByteBuffer tiff, int count) {
        tiff.putShort((short) count);
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /// A PNG that says it is that large; its pixels are all one colour and take little room.
    static byte[] bomb(int width, int height) {
        var rows = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(rows)) {
            deflated.write(new byte[1 << 16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var png = ByteBuffer.allocate(200 + rows.size());
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(png, "IHDR", head.array());
        chunk(png, "IDAT", rows.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return Arrays.copyOf(png.array(), png.position());
    }

    private static void chunk(ByteBuffer png, String name, byte[] content) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        png.putInt(content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) crc.getValue());
    }
}
