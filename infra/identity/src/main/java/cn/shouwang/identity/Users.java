package cn.shouwang.identity;

import cn.shouwang.identity.account.AccountName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The users of the users file, as it is now.
///
/// Every look-up compares the file's time, size and identity with the last reading and reads again when
/// one differs. A file that is refused or gone changes nothing: the last good users stay, and one
/// line in the log says why. Only at the very start is a refused file an error, and a missing one an
/// empty set: the process starts, and nobody can sign in until the file is there.
@Component
final class Users {

    private static final Logger log = LoggerFactory.getLogger(Users.class);

    private final Path file;
    private volatile Reading reading = new Reading(Stamp.NEVER, Map.of());

    private record Stamp(
            @Nullable FileTime modified,
            long size,
            @Nullable Object key) {

        static final Stamp NEVER = new Stamp(null, -2, null);
        static final Stamp MISSING = new Stamp(null, -1, null);
    }

    private record Reading(Stamp stamp, Map<AccountName, KnownUser> users) {}

    Users(IdentitySettings settings) {
        this.file = settings.usersFile();
        readIfChanged(true);
    }

    Optional<KnownUser> find(AccountName username) {
        return Optional.ofNullable(all().get(username));
    }

    /// The same map as before while the file is the same.
    Map<AccountName, KnownUser> all() {
        readIfChanged(false);
        return reading.users();
    }

    private void readIfChanged(boolean starting) {
        if (stamp().equals(reading.stamp())) {
            return;
        }
        synchronized (this) {
            Stamp stamp = stamp(); // taken before the content: a later write then differs from it
            if (!stamp.equals(reading.stamp())) {
                reading = new Reading(stamp, read(stamp, starting));
            }
        }
    }

    private Map<AccountName, KnownUser> read(Stamp stamp, boolean starting) {
        if (stamp.equals(Stamp.MISSING)) {
            log.warn(
                    "there is no users file {}: {} users stay",
                    file,
                    reading.users().size());
            return reading.users();
        }
        try {
            Map<AccountName, KnownUser> users = UsersFile.read(Files.readAllBytes(file));
            log.info("{} users from {}", users.size(), file);
            return users;
        } catch (UsersFileRefused | IOException e) {
            if (starting) {
                throw new IllegalStateException("users file %s: %s".formatted(file, e.getMessage()), e);
            }
            log.error(
                    "users file {} refused, {} users stay: {}",
                    file,
                    reading.users().size(),
                    e.getMessage());
            return reading.users();
        }
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
        } catch (NoSuchFileException e) {
            return Stamp.MISSING;
        } catch (IOException e) {
            log.error("users file {} cannot be read: {}", file, e.getMessage());
            return reading.stamp();
        }
    }
}
