package cn.shouwang.monitoring.sheet;

import cn.shouwang.platform.rule.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;

/// The zip file that a workbook is, opened only once all of it is known to be of a bearable size.
///
/// A first walk unpacks everything into nothing and counts, so a bomb costs time in proportion to its
/// limit and no memory. Refuses with `dataset.zip-bomb` or `dataset.unreadable`.
final class Parcel {

    /// A sheet of 250 thousand rows unpacks to some 100 MB, to about twenty times its packed size.
    private static final long MOST_BYTES = 600L << 20;

    private static final long MOST_RATIO = 150;
    private static final long ALWAYS_ALLOWED = 8L << 20;
    private static final int MOST_ENTRIES = 500;

    private final byte[] file;
    private final Set<String> names = new HashSet<>();

    Parcel(byte[] file) {
        this.file = file;
        weigh();
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /// An entry's content from its beginning; the caller closes it.
    Optional<InputStream> open(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            var zip = new ZipInputStream(new ByteArrayInputStream(file));
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(new FilterInputStream(zip) {});
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            throw unreadable();
        }
    }

    private void weigh() {
        var allowed = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, MOST_RATIO * file.length));
        var bytes = 0L;
        var piece = new byte[65_536];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.add(entry.getName()) || names.size() > MOST_ENTRIES) {
                    throw bomb();
                }
                for (var read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    bytes += read;
                    if (bytes > allowed) {
                        throw bomb();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw unreadable();
        }
    }

    static RuleBroken unreadable() {
        return new RuleBroken("dataset.unreadable", "the workbook cannot be read");
    }

    private static RuleBroken bomb() {
        return new RuleBroken("dataset.zip-bomb", "unpacked it is larger than any sheet of its size");
    }
}
