package cn.shouwang.monitoring.photo;

import cn.shouwang.platform.rule.RuleBroken;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/// Makes a photo of a stranger's file: decodes it and writes the pixels anew.
///
/// Nothing else of the file survives: no metadata, no second image, nothing before or behind the
/// picture. How many pixels it has is read from its head before any is decoded, and a large one is
/// decoded coarsely, so a small file cannot fill the memory. At most two are worked on at once.
///
/// Refuses with `photo.kind-unknown`, `photo.kind-mismatch`, `photo.too-many-pixels` or
/// `photo.unreadable`.
@Component
public final class Darkroom {

    /// Longest side of what is kept, in pixels: enough to see a crack in a wall and to read a form.
    static final int LONGEST_SIDE = 1600;

    static final long MOST_PIXELS = 50_000_000;
    private static final float QUALITY = 0.85f;

    private final Semaphore places = new Semaphore(2);

    /// `declared` is the media type the sender names; what the file is decides, and both must agree.
    public Photo develop(byte[] file, String declared) {
        var kind = Kind.of(file);
        if (!kind.mediaType().equals(declared)) {
            throw new RuleBroken("photo.kind-mismatch", "the file is of another kind than declared");
        }
        places.acquireUninterruptibly();
        try {
            var exif = kind == Kind.JPEG ? Exif.of(file) : Exif.NONE;
            var picture = upright(decode(file, kind), exif.orientation());
            return new Photo(
                    jpeg(picture),
                    picture.getWidth(),
                    picture.getHeight(),
                    print(picture),
                    exif.position(),
                    exif.takenAt());
        } catch (IOException e) {
            throw unreadable();
        } finally {
            places.release();
        }
    }

    private static BufferedImage decode(byte[] file, Kind kind) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            var coarse = coarseness(reader);
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(coarse, coarse, 0, 0);
            return reader.read(0, how);
        } catch (RuleBroken refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw unreadable(); // a decoder that met what it did not expect
        } finally {
            reader.dispose();
        }
    }

    /// Every how many-th pixel is read, so that the longest side stays below twice of what is kept.
    private static int coarseness(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new RuleBroken("photo.too-many-pixels", "at most %d pixels".formatted(MOST_PIXELS));
        }
        return Math.max(1, Math.max(width, height) / LONGEST_SIDE);
    }

    /// Turned the right way, no longer than [#LONGEST_SIDE], white where it was transparent.
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var lying = orientation >= 5;
        var upright = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = upright.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            pen.transform(turn(orientation, width, height));
            pen.drawImage(picture, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    /// How a picture of that size is turned; the eight cases of CIPA DC-008, 4.6.4 A, tag 0x0112.
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("JPEG").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String print(BufferedImage picture) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var row = ByteBuffer.allocate(Integer.BYTES * picture.getWidth());
            for (var y = 0; y < picture.getHeight(); y++) {
                row.clear();
                for (var x = 0; x < picture.getWidth(); x++) {
                    row.putInt(picture.getRGB(x, y));
                }
                digest.update(row.array());
            }
            return picture.getWidth() + "x" + picture.getHeight() + ":"
                    + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuleBroken unreadable() {
        return new RuleBroken("photo.unreadable", "the file cannot be decoded");
    }
}
