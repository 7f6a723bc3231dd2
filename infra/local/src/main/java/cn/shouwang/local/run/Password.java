package cn.shouwang.local.run;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCrypt;

/// Makes first passwords and keys.
final class Password {

    /// Letters and digits that are not mistaken for each other in print: no 0 o, 1 l i.
    static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    // A work factor slows down guessing, and nobody guesses 99 random bits. The lowest one keeps
    // the first start short when a county of three hundred users is made.
    private static final int WORK_FACTOR = 4;

    private Password() {}

    /// Four groups of five, 20 × log2(31) = 99 random bits.
    static String random() {
        return IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    /// The form that the identity service stores.
    static String encoded(String password) {
        return "{bcrypt}" + BCrypt.hashpw(password, BCrypt.gensalt(WORK_FACTOR, RANDOM));
    }

    /// 256 random bits, base64url without padding.
    static String key() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static String group() {
        return RANDOM.ints(GROUP, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
