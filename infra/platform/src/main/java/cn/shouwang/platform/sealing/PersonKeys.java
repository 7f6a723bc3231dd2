package cn.shouwang.platform.sealing;

import java.util.Collection;
import java.util.Optional;

/// The secrets of subjects. A subject is any text: the id of a member, of a report.
public interface PersonKeys {

    /// The secret of a subject, or empty when there is none (any more).
    Optional<Held> find(String subject);

    /// Has the secrets of these subjects at hand when they are asked for next; by default nothing is done.
    default void fetch(Collection<String> subjects) {}

    /// Makes sure each subject has a secret, with one write for all that are new; [Forgotten] when one
    /// was destroyed.
    void make(Collection<String> subjects);

    /// A secret in memory.
    final class Held {

        private final Secret secret;

        Held(Secret secret) {
            this.secret = secret;
        }

        Secret secret() {
            return secret;
        }

        /// A new one, for key stores of tests.
        public static Held random() {
            return new Held(Secret.random());
        }
    }
}
