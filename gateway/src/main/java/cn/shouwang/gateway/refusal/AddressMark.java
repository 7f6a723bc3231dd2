package cn.shouwang.gateway.refusal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A mark by which the requests of one address are recognised within one day and no longer: HMAC-SHA256
/// under a key that exists in memory only and is thrown away at midnight (China) and with the process.
final class AddressMark {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Day today;

    private record Day(LocalDate date, SecretKeySpec key) {}

    /// 16 hexadecimal digits.
    String of(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(day(LocalDate.now(CHINA)).key());
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private Day day(LocalDate date) {
        Day known = today;
        return known != null && known.date().equals(date) ? known : begin(date);
    }

    private synchronized Day begin(LocalDate date) {
        Day known = today;
        if (known != null && known.date().equals(date)) {
            return known;
        }
        byte[] key = new byte[32];
        random.nextBytes(key);
        var begun = new Day(date, new SecretKeySpec(key, "HmacSHA256"));
        today = begun;
        return begun;
    }
}
