package cn.shouwang.bench.door;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An account at its desk: signs in when it first has something to do, and again when its session is
/// gone. Any number of threads may use it.
public final class Office implements Caller {

    private static final int UNAUTHORIZED = 401;

    private final String username;
    private final String password;
    private final String gateway;
    private final ReentrantLock door = new ReentrantLock();
    private volatile @Nullable SignedIn session;

    Office(String username, String password, String gateway) {
        this.username = username;
        this.password = password;
        this.gateway = gateway;
    }

    /// The account's name, as it stands in the log.
    public String account() {
        return username;
    }

    /// The session of this desk, which signs in if it must.
    public SignedIn.Session session() {
        return signedIn(null).session();
    }

    /// The first password, for who signs in another way.
    public String password() {
        return password;
    }

    @Override
    public Answer get(String path) {
        return ask(person -> person.get(path));
    }

    @Override
    public Answer get(String path, long position) {
        return ask(person -> person.get(path, position));
    }

    @Override
    public Answer post(String path, Object form, String key) {
        return ask(person -> person.post(path, form, key));
    }

    /// Sends a file as it is, and has patience while it is judged.
    public Answer upload(String path, String type, Path file, String key) {
        return ask(person -> person.upload(path, type, file, key));
    }

    private Answer ask(Function<SignedIn, Answer> question) {
        var person = signedIn(null);
        var answer = question.apply(person);
        return answer.status() == UNAUTHORIZED ? question.apply(signedIn(person)) : answer;
    }

    /// A session other than `lost`.
    private SignedIn signedIn(@Nullable SignedIn lost) {
        door.lock();
        try {
            var person = session;
            if (person == null || person == lost) {
                person = SignedIn.as(username, password, gateway);
                session = person;
            }
            return person;
        } finally {
            door.unlock();
        }
    }
}
