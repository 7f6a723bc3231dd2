package cn.shouwang.gateway.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/// One file of the pages as it is sent, packed once and not for each who asks.
final class PageFile {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");
    private static final Set<String> TEXT = Set.of("javascript", "json", "manifest+json", "svg+xml", "xml");

    private final MediaType type;
    private final byte[] plain;
    private final byte[] packed;
    private final String mark;

    private PageFile(MediaType type, byte[] plain, byte[] packed) {
        this.type = type;
        this.plain = plain;
        this.packed = packed;
        this.mark = mark(plain);
    }

    static PageFile of(String name, byte[] bytes) {
        MediaType type = name.endsWith(".webmanifest")
                ? MANIFEST
                : MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return isText(type)
                ? new PageFile(new MediaType(type, StandardCharsets.UTF_8), bytes, packed(bytes))
                : new PageFile(type, bytes, bytes);
    }

    MediaType type() {
        return type;
    }

    /// Whether there is a smaller form for those who take gzip.
    boolean isPacked() {
        return packed.length < plain.length;
    }

    byte[] bytes(boolean zipped) {
        return zipped ? packed : plain;
    }

    /// The ETag; each form has its own, for a cache must not take one for the other.
    String mark(boolean zipped) {
        return '"' + mark + (zipped ? "-gz" : "") + '"';
    }

    private static boolean isText(MediaType type) {
        return type.getType().equals("text") || TEXT.contains(type.getSubtype().toLowerCase(Locale.ROOT));
    }

    private static byte[] packed(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not in memory
        }
        return packed.toByteArray();
    }

    private static String mark(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
