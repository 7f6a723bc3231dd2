package cn.shouwang.gateway.access;

import cn.shouwang.gateway.GatewaySettings;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/// The sessions, in this process's memory. Each ends after a time without requests and, whatever is
/// requested, after a longest time, counted from the first step of its sign-in; one that is still
/// signing in has minutes only.
@Component
final class Sessions implements WebSessionStore {

    private static final String CONTEXT =
            WebSessionServerSecurityContextRepository.DEFAULT_SPRING_SECURITY_CONTEXT_ATTR_NAME;

    private final InMemoryWebSessionStore store = new InMemoryWebSessionStore();
    private final GatewaySettings.Session settings;
    private final InstantSource clock = InstantSource.system();

    Sessions(GatewaySettings settings) {
        this.settings = settings.session();
        store.setMaxSessions(this.settings.most());
        store.setDefaultMaxIdleTime(this.settings.signIn());
    }

    /// `__Host-` makes a browser take the cookie from this host by https alone, so that no neighbour can
    /// plant one.
    static String cookieName(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    /// All sessions an account has here.
    List<WebSession> of(String account) {
        return store.getSessions().values().stream()
                .filter(session -> {
                    Authentication who = whose(session);
                    return who != null && who.getName().equals(account);
                })
                .toList();
    }

    static @Nullable Authentication whose(WebSession session) {
        SecurityContext context = session.getAttribute(CONTEXT);
        return context == null ? null : context.getAuthentication();
    }

    /// Whether there is no room for one more.
    boolean areFull() {
        if (store.getSessions().size() >= settings.most()) {
            store.removeExpiredSessions();
        }
        return store.getSessions().size() >= settings.most();
    }

    @Override
    public Mono<WebSession> createWebSession() {
        return store.createWebSession();
    }

    @Override
    public Mono<WebSession> retrieveSession(String id) {
        return store.retrieveSession(id).flatMap(this::unlessOver);
    }

    /// The same sessions for who is no sign of life: looking does not make one last longer.
    WebSessionStore unnoticed() {
        return new WebSessionStore() {
            @Override
            public Mono<WebSession> createWebSession() {
                return Sessions.this.createWebSession();
            }

            @Override
            public Mono<WebSession> retrieveSession(String id) {
                return isThere(id) ? Mono.justOrEmpty(store.getSessions().get(id)) : Mono.empty();
            }

            @Override
            public Mono<Void> removeSession(String id) {
                return Sessions.this.removeSession(id);
            }

            @Override
            public Mono<WebSession> updateLastAccessTime(WebSession session) {
                return Mono.just(session);
            }
        };
    }

    /// Whether there still is such a session. Asking does not make it last longer.
    boolean isThere(String id) {
        WebSession session = store.getSessions().get(id);
        return session != null && !session.isExpired() && !isTooOld(session);
    }

    private boolean isTooOld(WebSession session) {
        return clock.instant().isAfter(session.getCreationTime().plus(settings.longest()));
    }

    private Mono<WebSession> unlessOver(WebSession session) {
        if (isTooOld(session)) {
            return session.invalidate().then(Mono.empty());
        }
        if (whose(session) != null) {
            session.setMaxIdleTime(settings.idle());
        }
        return Mono.just(session);
    }

    @Override
    public Mono<Void> removeSession(String id) {
        return store.removeSession(id);
    }

    @Override
    public Mono<WebSession> updateLastAccessTime(WebSession session) {
        return store.updateLastAccessTime(session);
    }
}
