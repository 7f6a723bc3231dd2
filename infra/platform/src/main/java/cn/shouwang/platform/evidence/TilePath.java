package cn.shouwang.platform.evidence;

import cn.shouwang.evidence.Hash;
import cn.shouwang.evidence.Tiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which hashes a path like `0/x001/234.p/17` asks for (c2sp.org/tlog-tiles).
record TilePath(int level, long index, int width) {

    private static final Pattern FORM =
            Pattern.compile("([0-9])/((?:x[0-9]{3}/){0,4})([0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    /// Nothing for what is not spelled as it should be: every tile has one path.
    static Optional<TilePath> parse(String path) {
        var found = FORM.matcher(path);
        if (!found.matches()) {
            return Optional.empty();
        }
        var index = Long.parseLong(found.group(2).replaceAll("[x/]", "") + found.group(3));
        var width = found.group(4) == null ? Tiles.WIDTH : Integer.parseInt(found.group(4));
        var asked = new TilePath(Integer.parseInt(found.group(1)), index, width);
        return asked.width > 0 && asked.toString().equals("tile/" + path) ? Optional.of(asked) : Optional.empty();
    }

    byte[] cut(byte[] hashes) {
        return Arrays.copyOf(hashes, width * Hash.BYTES);
    }

    @Override
    public String toString() {
        return Tiles.path(level, index, width);
    }
}
