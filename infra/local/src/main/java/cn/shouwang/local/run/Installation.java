package cn.shouwang.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The keys and first users of one installation, below `<data>/secrets`. Made at the first start,
/// never replaced.
///
/// * `gateway-client-secret`: what the gateway shows the issuer;
/// * `<service>-sealing-keys.json`: the keys under which a service's personal data are sealed, written by
///   the service;
/// * `evidence-key`: the key that signs what the logs of all services hold, written by whichever comes first;
/// * `identity-keys.json`: the issuer's signing keys, written by the issuer;
/// * `users.json`: what the issuer knows of users, [UsersFile];
/// * `first-passwords.txt`: the passwords in plain, to be handed over and deleted, [UsersFile].
record Installation(Path directory, String gatewaySecret) {

    /// @param divisions those that get users of their own, none unless this is a demo
    static Installation open(Path data, List<Division> divisions) {
        try {
            PrivateFile.directory(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + data, e);
        }
        var directory = data.resolve("secrets");
        var installation = new Installation(directory, secret(directory.resolve("gateway-client-secret")));
        new UsersFile(installation.users(), installation.passwords())
                .add(Stream.concat(FirstUser.oneOfEachRole().stream(), FirstUser.ofEveryDivision(divisions).stream())
                        .toList());
        return installation;
    }

    /// Written by the service at its first start: without it nothing personal can be read again.
    Path sealingKeys(String service) {
        return directory.resolve(service + "-sealing-keys.json");
    }

    /// Written by a service at the first start: without it nothing more is signed.
    Path evidenceKey() {
        return directory.resolve("evidence-key");
    }

    Path identityKeys() {
        return directory.resolve("identity-keys.json");
    }

    Path users() {
        return directory.resolve("users.json");
    }

    Path passwords() {
        return directory.resolve("first-passwords.txt");
    }

    private static String secret(Path file) {
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, Password.key() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
