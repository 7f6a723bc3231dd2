package cn.shouwang.platform.projection;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import cn.shouwang.platform.store.Readers;
import com.mongodb.client.MongoCursor;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/// Compares two generations while both go on changing; what is equal is said in [Parity].
///
/// Both are read once, side by side in the order of ids. A pair that does not agree may only have been
/// read at two moments: once both readers are past everything that was seen of it, it is read again, until
/// both show it as of one position. Memory holds a page of rows, whatever their number.
final class Comparison {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 500;
    private static final int ROUNDS = 30;

    private final Generation one;
    private final Generation other;
    private final Readers readers;
    private final byte[] salt = new byte[16];
    private final Side left = new Side();
    private final Side right = new Side();
    private final TreeSet<String> unequal = new TreeSet<>();
    private boolean stuck;
    private long differing;
    private long missing;
    private long extra;
    private long unsettled;

    /// The rows of one generation that were counted: how many, and the sum of their hashes.
    private static final class Side {

        private static final BigInteger SIZE = BigInteger.ONE.shiftLeft(256);

        private long rows;
        private BigInteger sum = BigInteger.ZERO;

        void count(@Nullable RowPrint row) {
            if (row != null) {
                rows++;
                sum = sum.add(row.hash()).mod(SIZE);
            }
        }

        String hash() {
            return "%064x".formatted(sum);
        }
    }

    Comparison(Generation one, Generation other, Readers readers) {
        this.one = one;
        this.other = other;
        this.readers = readers;
        new SecureRandom().nextBytes(salt);
    }

    Parity run() {
        var position = readers.head() - 1;
        if (!bothReach(position)) {
            position = Math.min(one.reader().position(), other.reader().position());
        }
        try (var ones = rows(one);
                var others = rows(other)) {
            sideBySide(ones, others);
        }
        return new Parity(
                position,
                left.rows,
                right.rows,
                left.hash(),
                right.hash(),
                differing,
                missing,
                extra,
                unsettled,
                List.copyOf(unequal));
    }

    /// Who did not move once is not waited for again.
    private boolean bothReach(long position) {
        var patience = stuck ? Duration.ofMillis(1) : PATIENCE;
        stuck = !(one.reaches(position, patience) && other.reaches(position, patience));
        return !stuck;
    }

    private static MongoCursor<RawBsonDocument> rows(Generation generation) {
        return generation
                .collection()
                .find(RawBsonDocument.class)
                .sort(ascending("_id"))
                .batchSize(PAGE)
                .iterator();
    }

    private void sideBySide(MongoCursor<RawBsonDocument> ones, MongoCursor<RawBsonDocument> others) {
        var doubtful = new ArrayList<String>();
        var a = next(one, ones);
        var b = next(other, others);
        while (a != null || b != null) {
            var order = order(a, b);
            if (order == 0 && isSame(a, b)) {
                left.count(a);
                right.count(b);
            } else {
                doubtful.add(Objects.requireNonNull(order <= 0 ? a : b).id());
            }
            if (doubtful.size() == PAGE) {
                settle(doubtful);
                doubtful.clear();
            }
            a = order <= 0 ? next(one, ones) : a;
            b = order >= 0 ? next(other, others) : b;
        }
        settle(doubtful);
    }

    private static boolean isSame(@Nullable RowPrint a, @Nullable RowPrint b) {
        return a != null && b != null && a.at() == b.at() && a.hasContentOf(b);
    }

    private @Nullable RowPrint next(Generation of, MongoCursor<RawBsonDocument> rows) {
        return rows.hasNext() ? print(of, rows.next()) : null;
    }

    private RowPrint print(Generation of, RawBsonDocument row) {
        return RowPrint.of(row, of.collection().getCodecRegistry().get(Document.class), salt);
    }

    /// Ids in the order of the server: by their bytes.
    private static int order(@Nullable RowPrint a, @Nullable RowPrint b) {
        if (a == null || b == null) {
            return a == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(a.id().getBytes(StandardCharsets.UTF_8), b.id().getBytes(StandardCharsets.UTF_8));
    }

    /// Reads rows anew until both sides have them as of one position.
    private void settle(List<String> ids) {
        var open = List.copyOf(ids);
        var seen = readers.head() - 1;
        for (var round = 0; round < ROUNDS && !open.isEmpty() && bothReach(seen); round++) {
            var ones = prints(one, open);
            var others = prints(other, open);
            var later = new ArrayList<String>();
            for (var id : open) {
                var a = ones.get(id);
                var b = others.get(id);
                if (isSettled(a, b, seen)) {
                    judge(id, a, b);
                } else {
                    later.add(id);
                }
            }
            seen = readers.head() - 1;
            open = List.copyOf(later);
        }
        unsettled += open.size();
        open.forEach(this::name);
    }

    private Map<String, RowPrint> prints(Generation of, List<String> ids) {
        var prints = new HashMap<String, RowPrint>();
        of.collection()
                .find(in("_id", ids), RawBsonDocument.class)
                .forEach(row -> prints.put(row.getString("_id").getValue(), print(of, row)));
        return prints;
    }

    /// The same as of one position, or unchanged since both had seen `seen`.
    private static boolean isSettled(@Nullable RowPrint a, @Nullable RowPrint b, long seen) {
        return isSame(a, b) || Math.max(at(a), at(b)) <= seen;
    }

    private static long at(@Nullable RowPrint row) {
        return row == null ? -1 : row.at();
    }

    private void judge(String id, @Nullable RowPrint a, @Nullable RowPrint b) {
        left.count(a);
        right.count(b);
        if (a == null && b != null) {
            extra++;
            name(id);
        } else if (a != null && b == null) {
            missing++;
            name(id);
        } else if (a != null && b != null && !a.hasContentOf(b)) {
            differing++;
            name(id);
        }
    }

    private void name(String id) {
        if (unequal.size() < Parity.MOST_NAMED) {
            unequal.add(id);
        }
    }
}
