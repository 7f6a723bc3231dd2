package cn.shouwang.local.mongo;

/// A place in the log packed into a long, so that places compare as they were written: the number
/// of the segment in the upper half, the offset in its file in the lower. 0 is before every place.
final class Location {

    private Location() {}

    static long of(int segment, int offset) {
        return (long) segment << 32 | offset;
    }

    static int segment(long location) {
        return (int) (location >>> 32);
    }

    static int offset(long location) {
        return (int) location;
    }

    static String describe(long location) {
        return "%s at offset %d".formatted(Segment.fileName(segment(location)), offset(location));
    }
}
