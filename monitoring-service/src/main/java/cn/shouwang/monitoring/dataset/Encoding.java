package cn.shouwang.monitoring.dataset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// Which characters a file is written in: what its mark says, else UTF-8 if every byte fits, else
/// GB18030, which holds GBK and GB2312, if every byte fits, else the one with fewer misfits. A misfit is
/// read as U+FFFD, and the rows that have one are refused.
record Encoding(Charset charset, int skip) {

    static final char MISFIT = '\uFFFD';

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Map<String, Charset> MARKS = Map.of(
            "EFBBBF", StandardCharsets.UTF_8, "FEFF", StandardCharsets.UTF_16BE, "FFFE", StandardCharsets.UTF_16LE);

    static Encoding of(byte[] file) {
        for (var mark : MARKS.entrySet()) {
            var bytes = HexFormat.of().parseHex(mark.getKey());
            if (file.length >= bytes.length
                    && Arrays.equals(file, 0, bytes.length, bytes, 0, bytes.length)) {
                return new Encoding(mark.getValue(), bytes.length);
            }
        }
        var utf8 = misfits(file, StandardCharsets.UTF_8);
        return new Encoding(utf8 == 0 || utf8 <= misfits(file, GB18030) ? StandardCharsets.UTF_8 : GB18030, 0);
    }

    private static int misfits(byte[] file, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(16_384);
        for (var misfits = 0; ; ) {
            var result = decoder.decode(in, out, true);
            out.clear();
            if (result.isUnderflow()) {
                return misfits;
            }
            if (result.isError()) {
                misfits++;
                in.position(in.position() + result.length());
            }
        }
    }
}
