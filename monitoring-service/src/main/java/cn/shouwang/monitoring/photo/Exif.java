package cn.shouwang.monitoring.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The few things a camera writes beside a JPEG that matter here: which side is up, where, when.
///
/// Reads three directories of the first Exif segment and follows nothing else: no maker notes, no XMP,
/// no thumbnails, no loops. Whatever is wrong with them, there is simply no answer.
/// Source: CIPA DC-008 (Exif 2.32), 4.6; TIFF 6.0.
record Exif(
        int orientation,
        @Nullable Position position,
        @Nullable LocalDateTime takenAt) {

    static final Exif NONE = new Exif(1, null, null);

    private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int TAKEN_AT = 0x9003;
    private static final int LATITUDE_REF = 1;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE_REF = 3;
    private static final int LONGITUDE = 4;

    private static final int ASCII = 2;
    private static final int RATIONAL = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    /// An entry of a directory: type, number of values, and where its value or the way to it stands.
    private record Entry(int type, long count, int at) {}

    static Exif of(byte[] jpeg) {
        try {
            var tiff = segment(ByteBuffer.wrap(jpeg));
            return tiff == null ? NONE : read(tiff);
        } catch (RuntimeException _) {
            return NONE;
        }
    }

    private static @Nullable ByteBuffer segment(ByteBuffer jpeg) {
        var at = 2;
        while (at + 4 <= jpeg.limit() && (jpeg.get(at) & 0xFF) == 0xFF) {
            var marker = jpeg.get(at + 1) & 0xFF;
            var length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == START_OF_SCAN || length < 2) {
                return null;
            }
            if (marker == APP1 && startsWithPreamble(jpeg, at + 4)) {
                var from = at + 4 + PREAMBLE.length;
                return jpeg.slice(from, Math.min(at + 2 + length, jpeg.limit()) - from);
            }
            at += 2 + length;
        }
        return null;
    }

    private static boolean startsWithPreamble(ByteBuffer jpeg, int at) {
        return at + PREAMBLE.length <= jpeg.limit()
                && jpeg.slice(at, PREAMBLE.length).equals(ByteBuffer.wrap(PREAMBLE));
    }

    private static Exif read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var main = directory(tiff, tiff.getInt(4));
        var side = main.get(ORIENTATION);
        var orientation = side == null ? 1 : tiff.getShort(side.at()) & 0xFFFF;
        return new Exif(
                orientation > 8 || orientation < 1 ? 1 : orientation, position(tiff, main), takenAt(tiff, main));
    }

    private static Map<Integer, Entry> directory(ByteBuffer tiff, int from) {
        var entries = new HashMap<Integer, Entry>();
        var count = tiff.getShort(from) & 0xFFFF;
        for (var n = 0; n < count; n++) {
            var at = from + 2 + 12 * n;
            entries.putIfAbsent(
                    tiff.getShort(at) & 0xFFFF,
                    new Entry(tiff.getShort(at + 2) & 0xFFFF, tiff.getInt(at + 4) & 0xFFFFFFFFL, at + 8));
        }
        return entries;
    }

    private static @Nullable Position position(ByteBuffer tiff, Map<Integer, Entry> main) {
        try {
            var pointer = main.get(GPS_DIRECTORY);
            if (pointer == null) {
                return null;
            }
            var gps = directory(tiff, tiff.getInt(pointer.at()));
            var latitude = degrees(tiff, gps.get(LATITUDE), gps.get(LATITUDE_REF), 'S');
            var longitude = degrees(tiff, gps.get(LONGITUDE), gps.get(LONGITUDE_REF), 'W');
            return Position.isOnEarth(latitude, longitude) ? new Position(latitude, longitude) : null;
        } catch (RuntimeException _) {
            return null;
        }
    }

    /// NaN, which is nowhere on earth, when it is not told.
    private static double degrees(ByteBuffer tiff, @Nullable Entry value, @Nullable Entry side, char negative) {
        if (value == null || side == null || value.type() != RATIONAL || value.count() != 3) {
            return Double.NaN;
        }
        var at = tiff.getInt(value.at());
        var degrees = rational(tiff, at) + rational(tiff, at + 8) / 60 + rational(tiff, at + 16) / 3600;
        var rounded = Math.round(degrees * 1e6) / 1e6;
        return tiff.get(side.at()) == negative ? -rounded : rounded;
    }

    private static double rational(ByteBuffer tiff, int at) {
        return (double) (tiff.getInt(at) & 0xFFFFFFFFL) / (tiff.getInt(at + 4) & 0xFFFFFFFFL);
    }

    private static @Nullable LocalDateTime takenAt(ByteBuffer tiff, Map<Integer, Entry> main) {
        try {
            var pointer = main.get(EXIF_DIRECTORY);
            var entry = pointer == null
                    ? null
                    : directory(tiff, tiff.getInt(pointer.at())).get(TAKEN_AT);
            if (entry == null || entry.type() != ASCII || entry.count() != 20) {
                return null;
            }
            var text = new byte[19];
            tiff.get(tiff.getInt(entry.at()), text);
            return LocalDateTime.parse(new String(text, StandardCharsets.US_ASCII), TIME);
        } catch (IndexOutOfBoundsException | DateTimeException _) {
            return null;
        }
    }
}
