package cn.shouwang.local.mongo;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/// One file of the log. It is written through the channel, so that a full disk is an exception, and
/// read through a mapping, which sees what was written at once.
///
/// The file of the segment being written has its full size from the start, zeros behind the last
/// record; it is cut to its content when the next one begins. The mapping lives as long as someone
/// can reach it, so a reader is safe while compaction deletes the file.
final class Segment {

    private static final Pattern NAME = Pattern.compile("log-(\\d{8})\\.seg");

    final int number;
    final Path file;
    final FileChannel channel;
    final MemorySegment bytes;

    private Segment(int number, Path file, FileChannel channel, MemorySegment bytes) {
        this.number = number;
        this.file = file;
        this.channel = channel;
        this.bytes = bytes;
    }

    /// Opens or creates segment `number`, able to hold at least `capacity` bytes.
    static Segment open(Path directory, int number, long capacity) throws IOException {
        Path file = directory.resolve(fileName(number));
        var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            long size = Math.max(capacity, channel.size());
            return new Segment(number, file, channel, channel.map(MapMode.READ_WRITE, 0, size, Arena.ofAuto()));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static String fileName(int number) {
        return "log-%08d.seg".formatted(number);
    }

    /// The number in the name of a segment file, or -1 for a file that is none.
    static int numberOf(Path file) {
        var matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }
}
