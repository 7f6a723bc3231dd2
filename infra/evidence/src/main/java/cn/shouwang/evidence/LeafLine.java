package cn.shouwang.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes an event as the bytes of its leaf: one line of JSON in the canonical form of RFC 8785, without
/// a newline.
///
/// ```
/// {"at":"2026-05-04T01:02:03.004Z","commit":7,"id":"…","key":"…","meta":"{…}","name":"household.registered",
///  "payload":"{…}","position":7,"print":"…","revision":"1","sequence":0,"stream":"…","type":"Household"}
/// ```
///
/// (one line, no spaces; `key` and `print` are left out where there are none). An event has one such
/// line, so whoever has the lines of a log can compute its root with a hash function and nothing else.
/// One buffer is used again and again: for one thread.
public final class LeafLine {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHORT = new byte[' ']; // letters of the escapes that have one
    private static final boolean[] PLAIN = new boolean[256]; // bytes that stand for themselves
    private static final int LAST_YEAR = 9999;

    static {
        SHORT['\b'] = 'b';
        SHORT['\t'] = 't';
        SHORT['\n'] = 'n';
        SHORT['\f'] = 'f';
        SHORT['\r'] = 'r';
        Arrays.fill(PLAIN, ' ', PLAIN.length, true); // also all bytes of longer characters
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private final byte[] secondText = new byte["yyyy-MM-ddTHH:mm:ss.".length()];
    private long second = Long.MIN_VALUE;
    private byte[] buffer = new byte[4096];
    private int length;

    /// The line of an event.
    public byte[] of(LoggedEvent event) {
        write(event);
        return Arrays.copyOf(buffer, length);
    }

    /// The hash of an event's leaf, without a copy of its line.
    public Hash hash(LoggedEvent event, Hashing.Hasher hasher) {
        write(event);
        return hasher.leaf(buffer, 0, length);
    }

    private void write(LoggedEvent event) {
        length = 0;
        ascii("{\"at\":\"");
        time(event.at());
        ascii("\",\"commit\":");
        ascii(Long.toString(event.commit()));
        text(",\"id\":", event.id());
        optional(",\"key\":", event.key());
        text(",\"meta\":", event.meta());
        text(",\"name\":", event.name());
        text(",\"payload\":", event.payload());
        ascii(",\"position\":");
        ascii(Long.toString(event.position()));
        optional(",\"print\":", event.print());
        text(",\"revision\":", event.revision());
        ascii(",\"sequence\":");
        ascii(Long.toString(event.sequence()));
        text(",\"stream\":", event.stream());
        text(",\"type\":", event.type());
        ascii("}");
    }

    private void optional(String name, @Nullable String value) {
        if (value != null) {
            text(name, value);
        }
    }

    private void text(String name, String value) {
        ascii(name);
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        reserve(bytes.length * 6 + 2); // if every byte were escaped
        buffer[length++] = '"';
        var plain = 0;
        for (var at = 0; at < bytes.length; at++) {
            if (!PLAIN[bytes[at] & 0xff]) {
                copy(bytes, plain, at);
                escaped(bytes[at]);
                plain = at + 1;
            }
        }
        copy(bytes, plain, bytes.length);
        buffer[length++] = '"';
    }

    private void copy(byte[] bytes, int from, int to) {
        System.arraycopy(bytes, from, buffer, length, to - from);
        length += to - from;
    }

    private void escaped(byte one) {
        if (one == '"' || one == '\\') {
            buffer[length++] = '\\';
            buffer[length++] = one;
        } else {
            control(one);
        }
    }

    private void control(byte one) {
        buffer[length++] = '\\';
        if (SHORT[one] != 0) {
            buffer[length++] = SHORT[one];
        } else {
            ascii("u00");
            buffer[length++] = HEX[one >> 4];
            buffer[length++] = HEX[one & 15];
        }
    }

    private void ascii(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        reserve(bytes.length);
        copy(bytes, 0, bytes.length);
    }

    /// Events come in the order of their times, many in one second.
    private void time(Instant at) {
        if (at.getEpochSecond() != second) {
            var from = length;
            wholeSecond(at.atOffset(ZoneOffset.UTC));
            System.arraycopy(buffer, from, secondText, 0, secondText.length);
            second = at.getEpochSecond();
        } else {
            reserve(secondText.length);
            copy(secondText, 0, secondText.length);
        }
        digits(at.getNano() / 1_000_000, 3);
        ascii("Z");
    }

    private void wholeSecond(OffsetDateTime utc) {
        if (utc.getYear() < 0 || utc.getYear() > LAST_YEAR) {
            throw new Malformed("a year has four digits");
        }
        digits(utc.getYear(), 4);
        ascii("-");
        digits(utc.getMonthValue(), 2);
        ascii("-");
        digits(utc.getDayOfMonth(), 2);
        ascii("T");
        digits(utc.getHour(), 2);
        ascii(":");
        digits(utc.getMinute(), 2);
        ascii(":");
        digits(utc.getSecond(), 2);
        ascii(".");
    }

    private void digits(int number, int places) {
        reserve(places);
        var rest = number;
        for (var place = places - 1; place >= 0; place--) {
            buffer[length + place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += places;
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
