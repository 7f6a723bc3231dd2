package cn.shouwang.monitoring.report.poster;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// A QR code as squares, `[row][column]`, with the quiet zone of four that the standard asks for around it.
/// A quarter of it may be torn or dirty (level Q): posters hang outside.
final class ReportCode {

    private static final int QUIET = 4;

    private ReportCode() {}

    static boolean[][] of(String address) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            var matrix = Encoder.encode(address, ErrorCorrectionLevel.Q, hints).getMatrix();
            var side = matrix.getWidth();
            var squares = new boolean[side + 2 * QUIET][side + 2 * QUIET];
            for (var row = 0; row < side; row++) {
                for (var column = 0; column < side; column++) {
                    squares[row + QUIET][column + QUIET] = matrix.get(column, row) == 1;
                }
            }
            return squares;
        } catch (WriterException e) {
            throw new IllegalStateException("an address too long for a code", e);
        }
    }
}
