package cn.shouwang.evidence.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A number to each of very many texts, in 24 bytes a text: of a text it keeps half a SHA-256 only.
final class PrintMap {

    private static final int WORDS = 3;

    private final MessageDigest digest;
    private long[] table = new long[WORDS * 1024];
    private int size;

    PrintMap() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Gives a text a number, which is not negative, and returns the one it had, -1 for none.
    long put(String text, long number) {
        var print = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        var place = place(table, print.getLong(0), print.getLong(Long.BYTES));
        var before = table[place + 2] - 1;
        if (before < 0) {
            table[place] = print.getLong(0);
            table[place + 1] = print.getLong(Long.BYTES);
            size++;
        }
        table[place + 2] = number + 1; // 0 is an empty place
        if (size * WORDS * 2 > table.length) {
            grow();
        }
        return before;
    }

    private static int place(long[] table, long high, long low) {
        var places = table.length / WORDS;
        var place = (int) (high & (places - 1)) * WORDS;
        while (table[place + 2] != 0 && (table[place] != high || table[place + 1] != low)) {
            place = (place + WORDS) % table.length;
        }
        return place;
    }

    private void grow() {
        var larger = new long[table.length * 2];
        for (var from = 0; from < table.length; from += WORDS) {
            if (table[from + 2] != 0) {
                System.arraycopy(table, from, larger, place(larger, table[from], table[from + 1]), WORDS);
            }
        }
        table = larger;
    }
}
