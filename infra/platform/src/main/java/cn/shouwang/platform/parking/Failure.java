package cn.shouwang.platform.parking;

import cn.shouwang.platform.projection.ViewBuilding;
import cn.shouwang.platform.rule.RuleBroken;
import cn.shouwang.platform.security.NotAllowed;
import cn.shouwang.platform.security.OutOfDivision;
import cn.shouwang.platform.store.LogUnavailable;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;

/// Why a message is parked: what kind of trouble, and a code within it.
///
/// `code` is a rule code, the code of an [Unreadable], or the name of an exception class. Never an
/// exception's message, which may repeat what a message says about a person.
public record Failure(Kind kind, String code) {

    /// Names are stored: add, never rename.
    public enum Kind {
        /// The message breaks the agreed form.
        UNREADABLE,
        /// The domain refused the command that the message led to.
        RULE,
        /// The policy may not do what it tried.
        ACCESS,
        /// A programming error, here or in what the message says.
        FAULT,
        /// Nothing is wrong with it: an earlier message of its subject is parked.
        WAITING
    }

    static final Failure WAITING = new Failure(Kind.WAITING, "parking.waiting");

    /// What an exception means for the message that was being handled.
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case RuleBroken refusal -> new Failure(Kind.RULE, refusal.rule());
            case Unreadable odd -> new Failure(Kind.UNREADABLE, odd.code());
            case NotAllowed _ -> new Failure(Kind.ACCESS, "access.not-allowed");
            case OutOfDivision _ -> new Failure(Kind.ACCESS, "access.out-of-division");
            default -> new Failure(Kind.FAULT, thrown.getClass().getSimpleName());
        };
    }

    /// Whether the trouble lies in the surroundings and passes by itself: the store is away,
    /// another instance was faster, rows are still being built. Such a message is tried again where it
    /// is and never parked.
    public static boolean passes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(Failure::isPassing);
    }

    private static boolean isPassing(Throwable thrown) {
        return switch (thrown) {
            case LogUnavailable _,
                    ViewBuilding _,
                    ConcurrencyException _,
                    MongoTimeoutException _,
                    MongoExecutionTimeoutException _,
                    MongoSocketException _,
                    MongoInterruptedException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoConnectionPoolClearedException _ -> true;
            case MongoException other -> other.hasErrorLabel("RetryableWriteError");
            default -> false;
        };
    }
}
