package cn.shouwang.bench.drill.intruder;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A photo of nothing, as a phone would send it.
final class Picture {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private Picture() {}

    static byte[] jpeg() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < WIDTH; x++) {
            for (var y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, x * 0x010203 ^ y * 0x030201);
            }
        }
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
