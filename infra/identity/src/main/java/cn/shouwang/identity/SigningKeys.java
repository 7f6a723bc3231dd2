package cn.shouwang.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/// The keys of the keys file: the first signs, all are published.
///
/// A file that is not there is created with one RSA key, readable by its owner only, so that tokens
/// stay valid over a restart. To change keys, put the new one first and take the old one away after
/// the longest life of an access token. A file that cannot be read stops the start; it is never
/// replaced, since that would end every token without a word.
record SigningKeys(JWKSet all, JWK signing, SignatureAlgorithm algorithm) {

    /// Strong enough until after 2030 (NIST SP 800-57 part 1, table 2), and made once.
    private static final int RSA_BITS = 3072;

    static SigningKeys in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return of(JWKSet.parse(Files.readString(file)));
        } catch (IOException | ParseException | JOSEException e) {
            // the parser's message could quote the key
            throw new IllegalStateException("keys file %s cannot be used (%s)"
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static SigningKeys of(JWKSet keys) {
        JWK first = keys.getKeys().stream()
                .findFirst()
                .filter(JWK::isPrivate)
                .filter(key -> key.getKeyID() != null)
                .orElseThrow(() -> new IllegalStateException("the first key must be private and have a kid"));
        return new SigningKeys(keys, first, algorithm(first));
    }

    private static SignatureAlgorithm algorithm(JWK key) {
        return switch (key) {
            case RSAKey _ -> SignatureAlgorithm.RS256;
            case ECKey _ -> SignatureAlgorithm.ES256;
            default -> throw new IllegalStateException("the first key must be an RSA or a P-256 key");
        };
    }

    private static void create(Path file) throws IOException, JOSEException {
        JWK key = new RSAKeyGenerator(RSA_BITS)
                .keyUse(KeyUse.SIGNATURE)
                .keyID(UUID.randomUUID().toString())
                .generate();
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path whole = Files.createTempFile(folder, ".keys", ".json", ownerOnly);
        try {
            Files.writeString(whole, new JWKSet(key).toString(false));
            Files.createLink(file, whole); // appears whole or not at all, and never over another's file
        } catch (FileAlreadyExistsException e) {
            // another process was faster: its keys are the keys
        } finally {
            Files.delete(whole);
        }
    }

    /// Hides the private parts.
    @Override
    public String toString() {
        return "SigningKeys[%s, %s]".formatted(signing.getKeyID(), algorithm);
    }
}
