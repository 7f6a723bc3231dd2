package cn.shouwang.monitoring.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// Which characters a file is written in: what its mark says, else UTF-8 if every byte fits or
/// there are more Chinese letters of UTF-8 than misfits, else GB18030, which holds GBK and GB2312. A misfit
/// is read as U+FFFD, and the rows that have one are refused.
record Encoding(Charset charset, int skip) {

    static final char MISFIT = '\uFFFD';

    private static final int LETTERS = 16_384;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Map<String, Charset> MARKS = Map.of(
            "EFBBBF", StandardCharsets.UTF_8, "FEFF", StandardCharsets.UTF_16BE, "FFFE", StandardCharsets.UTF_16LE);

    static Encoding of(byte[] file) {
        for (var mark : MARKS.entrySet()) {
            var bytes = HexFormat.of().parseHex(mark.getKey());
            if (file.length >= bytes.length && Arrays.equals(file, 0, bytes.length, bytes, 0, bytes.length)) {
                return new Encoding(mark.getValue(), bytes.length);
            }
        }
        return new Encoding(isUtf8(file) ? StandardCharsets.UTF_8 : GB18030, 0);
    }

    /// Bytes of GBK make a misfit every few letters and hardly ever a Chinese letter of UTF-8.
    private static boolean isUtf8(byte[] file) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return fits(decoder, file) || isMostlyChinese(decoder.reset(), file);
    }

    private static boolean fits(CharsetDecoder decoder, byte[] file) {
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(LETTERS);
        CoderResult result;
        do {
            result = decoder.decode(in, out.clear(), true);
        } while (result.isOverflow());
        return !result.isError();
    }

    private static boolean isMostlyChinese(CharsetDecoder decoder, byte[] file) {
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(LETTERS);
        var misfits = 0;
        var chinese = 0;
        while (true) {
            var result = decoder.decode(in, out.clear(), true);
            chinese += chinese(out.flip());
            if (result.isUnderflow()) {
                return misfits < chinese;
            }
            if (result.isError()) {
                misfits++;
                in.position(in.position() + result.length());
            }
        }
    }

    private static int chinese(CharBuffer text) {
        var count = 0;
        for (var at = 0; at < text.limit(); at++) {
            var letter = text.get(at);
            count += letter >= '\u4E00' && letter <= '\u9FFF' ? 1 : 0;
        }
        return count;
    }
}
