package cn.shouwang.platform.web;

import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/// The document that describes a protected resource (RFC 9728). Spring Security has every resource server
/// answer with it, to anybody, before any rule of ours, and names the resource by whatever host the
/// request names. Nobody here needs it, and there is no setting against it.
public final class ResourceMetadata {

    private ResourceMetadata() {}

    /// The same rules without that document.
    public static SecurityFilterChain leftOutOf(DefaultSecurityFilterChain rules) {
        return new DefaultSecurityFilterChain(
                rules.getRequestMatcher(),
                rules.getFilters().stream()
                        .filter(filter -> !(filter instanceof OAuth2ProtectedResourceMetadataFilter))
                        .toList());
    }
}
