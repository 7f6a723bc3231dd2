package cn.shouwang.monitoring.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.shouwang.platform.rule.RuleBroken;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DarkroomTest {

    private static final String TAKEN = "2025:03:03 09:30:00";
    private final Darkroom darkroom = new Darkroom();

    @Test
    void position_and_time_are_handed_on_and_not_in_the_picture() {
        var photo = darkroom.develop(Pictures.photographed(Pictures.jpeg(10), 1, TAKEN), "image/jpeg");
        var position = Objects.requireNonNull(photo.position());
        assertThat(position.latitude()).isCloseTo(24.058712, within(1e-6));
        assertThat(position.longitude()).isCloseTo(114.207333, within(1e-6));
        assertThat(photo.takenAt()).isEqualTo(LocalDateTime.of(2025, 3, 3, 9, 30));
        assertThat(text(photo.jpeg())).doesNotContain("Exif", "2025:03:03");
        assertThat(Exif.of(photo.jpeg())).isEqualTo(Exif.NONE);
    }

    @Test
    void what_stands_before_behind_or_beside_the_pixels_is_gone() {
        var script = "<script>alert(1)</script>PK\u0003\u0004";
        var jpeg = Pictures.withSegment(Pictures.jpeg(10), script.getBytes(StandardCharsets.UTF_8));
        var file = Arrays.copyOf(jpeg, jpeg.length + script.length());
        System.arraycopy(script.getBytes(StandardCharsets.UTF_8), 0, file, jpeg.length, script.length());
        var kept = text(darkroom.develop(file, "image/jpeg").jpeg());
        assertThat(kept)
                .doesNotContain("script", "PK\u0003\u0004")
                .startsWith("\u00FF\u00D8")
                .endsWith("\u00FF\u00D9");
    }

    @ParameterizedTest
    @CsvSource({
        "1,300,200,0,0",
        "2,300,200,1,0",
        "3,300,200,1,1",
        "4,300,200,0,1",
        "5,200,300,0,0",
        "6,200,300,1,0",
        "7,200,300,1,1",
        "8,200,300,0,1"
    })
    void it_is_turned_the_right_way(int orientation, int width, int height, int redRight, int redBelow)
            throws IOException {
        var file = Pictures.photographed(Pictures.file("jpg", 300, 200, 0), orientation, TAKEN);
        var photo = darkroom.develop(file, "image/jpeg");
        var picture = read(photo);
        assertThat(new int[] {picture.getWidth(), picture.getHeight()}).containsExactly(width, height);
        var x = width / 4 + redRight * width / 2;
        var y = height / 4 + redBelow * height / 2;
        assertThat(picture.getRGB(x, y) >> 16 & 0xFF).as("red at %d,%d", x, y).isGreaterThan(200);
        assertThat(picture.getRGB(width - x, height - y) & 0xFF)
                .as("blue opposite")
                .isGreaterThan(200);
    }

    @Test
    void a_large_picture_is_made_small_and_a_small_one_stays() {
        var large = darkroom.develop(Pictures.file("png", 5000, 2500, 9), "image/png");
        assertThat(new int[] {large.width(), large.height()}).containsExactly(1600, 800);
        var small = darkroom.develop(Pictures.file("png", 40, 30, 9), "image/png");
        assertThat(new int[] {small.width(), small.height()}).containsExactly(40, 30);
    }

    @Test
    void the_same_picture_has_the_same_print_whatever_file_it_comes_in() {
        var plain = darkroom.develop(Pictures.jpeg(10), "image/jpeg");
        var again = darkroom.develop(Pictures.photographed(Pictures.jpeg(10), 1, TAKEN), "image/jpeg");
        assertThat(again.print()).isEqualTo(plain.print());
        assertThat(again.jpeg()).isEqualTo(plain.jpeg());
        assertThat(darkroom.develop(Pictures.jpeg(30), "image/jpeg").print()).isNotEqualTo(plain.print());
    }

    @Test
    void the_kind_is_told_by_the_content_and_must_be_the_one_declared() {
        assertRefused(Pictures.jpeg(1), "image/png", "photo.kind-mismatch");
        assertRefused(Pictures.file("png", 9, 9, 1), "image/jpeg", "photo.kind-mismatch");
        assertRefused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "image/jpeg", "photo.kind-unknown");
        assertRefused(Pictures.file("gif", 9, 9, 1), "image/gif", "photo.kind-unknown");
        assertRefused(new byte[0], "image/jpeg", "photo.kind-unknown");
        assertRefused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, "image/jpeg", "photo.unreadable");
    }

    @ParameterizedTest
    @CsvSource({"60000,60000", "7072,7072", "2147483647,1", "50000001,1"})
    void a_picture_of_too_many_pixels_is_refused_before_any_is_decoded(int width, int height) {
        assertRefused(Pictures.bomb(width, height), "image/png", "photo.too-many-pixels");
    }

    @Test
    void a_picture_that_ends_too_early_is_refused_or_read_and_nothing_else_happens() {
        assertRefused(Pictures.bomb(3000, 3000), "image/png", "photo.unreadable");
        var file = Pictures.photographed(Pictures.jpeg(10), 6, TAKEN);
        for (var length = 0; length < file.length; length += 7) {
            assertDevelopedOrRefused(Arrays.copyOf(file, length));
        }
    }

    @Test
    void hostile_bytes_in_head_and_exif_do_no_harm() {
        var random = new Random(6);
        var file = Pictures.photographed(Pictures.jpeg(10), 6, TAKEN);
        for (var n = 0; n < 2_000; n++) {
            var hostile = file.clone();
            for (var changes = 0; changes < 1 + n % 20; changes++) {
                hostile[2 + random.nextInt(n % 2 == 0 ? 400 : hostile.length - 2)] = (byte) random.nextInt();
            }
            assertDevelopedOrRefused(hostile);
        }
    }

    @Test
    void exif_that_points_at_itself_or_nowhere_is_read_as_none() {
        var exif = Pictures.exif(6, "9999:99:99 99:99:99");
        assertThat(Exif.of(Pictures.withSegment(Pictures.jpeg(1), exif)).takenAt())
                .isNull();
        exif[6 + 10 + 12 + 8 + 3] = 8; // the Exif directory is the main one
        assertThat(Exif.of(Pictures.withSegment(Pictures.jpeg(1), exif)).orientation())
                .isEqualTo(6);
        exif[6 + 4] = (byte) 0xFF; // the main directory lies before the beginning
        assertThat(Exif.of(Pictures.withSegment(Pictures.jpeg(1), exif))).isEqualTo(Exif.NONE);
        assertThat(Exif.of(new byte[0])).isEqualTo(Exif.NONE);
    }

    private void assertDevelopedOrRefused(byte[] file) {
        try {
            assertThat(darkroom.develop(file, "image/jpeg").width()).isPositive();
        } catch (RuleBroken refusal) {
            assertThat(refusal.rule()).startsWith("photo.");
        }
    }

    private void assertRefused(byte[] file, String declared, String rule) {
        assertThatThrownBy(() -> darkroom.develop(file, declared))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static BufferedImage read(Photo photo) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(photo.jpeg())));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
