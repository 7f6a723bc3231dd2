package cn.shouwang.platform.evidence;

import cn.shouwang.platform.rule.RuleBroken;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// A text as a QR code in SVG: to be printed beside it, so that nobody types it off.
final class QrCode {

    private static final int MARGIN = 4; // modules, as the standard asks for
    private static final int MOST = 2_000; // bytes: more is no code that a phone reads off paper

    private QrCode() {}

    /// Refused by [RuleBroken] when the text is too long.
    static String svg(String text) {
        var modules = modules(text);
        var side = modules.getWidth() + 2 * MARGIN;
        var path = new StringBuilder();
        for (var row = 0; row < modules.getHeight(); row++) {
            for (var column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    path.append("M%d %dh1v1h-1z".formatted(column + MARGIN, row + MARGIN));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
                """.formatted(side, side, side, side, path);
    }

    static ByteMatrix modules(String text) {
        if (text.length() > MOST) {
            throw tooLong();
        }
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException _) {
            throw tooLong();
        }
    }

    private static RuleBroken tooLong() {
        return new RuleBroken("evidence.too-long-for-a-code", "too many signatures for a QR code");
    }
}
