package cn.shouwang.platform.security;

import cn.shouwang.platform.audit.Meta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who acts, in which office, where and by which way.
///
/// `id` is the account name, never a person's name; `division` is the prefix of all divisions this
/// actor reaches, 6, 9 or 12 digits, or empty for no division at all. Command handlers take an
/// `Actor` parameter; it is filled from the command's metadata.
public record Actor(String id, Role role, String division, Channel channel) {

    /// The way a command came in.
    public enum Channel {
        WEB,
        PUBLIC,
        POLICY,
        SYSTEM
    }

    /// The software acting for the whole suite, e.g. to seed published figures.
    public static final Actor SYSTEM = new Actor("system", Role.SYSTEM, "44", Channel.SYSTEM);

    /// A household that reports itself, without an account, in the village it names.
    public static Actor visitor(String division) {
        return new Actor("public", Role.PUBLIC, division, Channel.PUBLIC);
    }

    /// A policy of this service, reacting to an event about `division`.
    public static Actor policy(String name, String division) {
        return new Actor("policy:" + name, Role.SYSTEM, division, Channel.POLICY);
    }

    /// This actor as event metadata, under the keys of [Meta].
    public Map<String, String> toMeta() {
        return Map.of(Meta.ACTOR, id, Meta.ROLE, role.name(), Meta.DIVISION, division, Meta.CHANNEL, channel.name());
    }

    /// The actor a message was sent by; fails closed when the metadata names none.
    public static Actor ofMeta(Map<String, ?> meta) {
        if (meta.get(Meta.ACTOR) instanceof String id
                && meta.get(Meta.ROLE) instanceof String role
                && meta.get(Meta.DIVISION) instanceof String division
                && meta.get(Meta.CHANNEL) instanceof String channel) {
            return new Actor(id, Role.valueOf(role), division, Channel.valueOf(channel));
        }
        throw new NotAllowed("the message names no actor");
    }

    /// Whether `place` lies in this actor's division. Nobody reaches what has no place, such as an
    /// aggregate that was asked for by the id of another kind.
    public boolean reaches(@Nullable String place) {
        return place != null && !division.isEmpty() && place.startsWith(division);
    }

    /// Refuses with [OutOfDivision] unless `place` lies in this actor's division.
    public void mustReach(@Nullable String place) {
        if (!reaches(place)) {
            throw new OutOfDivision();
        }
    }
}
