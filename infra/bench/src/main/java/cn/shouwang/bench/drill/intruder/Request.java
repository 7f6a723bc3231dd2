package cn.shouwang.bench.drill.intruder;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// A request as bytes on a connection, however wrong it is.
///
/// Names, values and target are text of one character per byte, so that any byte can be sent; use
/// [#utf8(String)] for other text. `Host`, `Content-Length` and `Connection: close` are added where
/// they are not given. A body is made when it is sent, since some are large.
record Request(Door door, String method, String target, List<Field> fields, Supplier<byte[]> body, boolean framed) {

    private static final int SHOWN = 160;
    private static final Set<String> SECRET =
            Set.of("authorization", "x-authorization", "proxy-authorization", "cookie", "x-xsrf-token", "x-csrf-token");
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern TOKEN = Pattern.compile("((?:access|refresh)_token=)[^& ]*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

    record Field(String name, String value) {

        boolean is(String other) {
            return name.strip().equalsIgnoreCase(other);
        }
    }

    static Request of(Door door, String method, String target) {
        return new Request(door, method, target, List.of(), () -> new byte[0], true);
    }

    static Request get(Door door, String target) {
        return of(door, "GET", target);
    }

    static Request post(Door door, String target, String json) {
        return of(door, "POST", target).with("Content-Type", "application/json").carrying(json);
    }

    /// These bytes and nothing else. `what` says in words what they are.
    static Request raw(Door door, String what, String bytes) {
        return new Request(door, "RAW", what, List.of(), () -> bytes.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    /// Any text as one character per byte.
    static String utf8(String text) {
        return Guises.bytes(text, StandardCharsets.UTF_8);
    }

    Request with(String name, String value) {
        var more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Request(door, method, target, List.copyOf(more), body, framed);
    }

    /// With that header instead of the one of its name.
    Request instead(String name, String value) {
        return without(name).with(name, value);
    }

    Request without(String name) {
        var fewer = fields.stream().filter(field -> !field.is(name)).toList();
        return new Request(door, method, target, fewer, body, framed);
    }

    Request carrying(String text) {
        return carrying(() -> text.getBytes(StandardCharsets.UTF_8));
    }

    Request carrying(Supplier<byte[]> bytes) {
        return new Request(door, method, target, fields, bytes, framed);
    }

    /// As `caller` asks here: a session at the gateway, a token elsewhere.
    Request by(Intruder caller) {
        if (caller.isNobody()) {
            return this;
        }
        if (!door.gateway()) {
            return with("Authorization", "Bearer " + caller.token());
        }
        var signed = with("Cookie", caller.cookies());
        return BODILESS.contains(method) ? signed : signed.with("X-XSRF-TOKEN", caller.csrf());
    }

    /// All that is sent.
    byte[] bytes() {
        var content = body.get();
        if (!framed) {
            return content;
        }
        var all = new ByteArrayOutputStream(content.length + 1024);
        all.writeBytes(head(content.length).getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(content);
        return all.toByteArray();
    }

    /// Request line and headers, with the empty line behind them.
    String head(int length) {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (lacks("Host")) {
            head.append("Host: ").append(door.host()).append("\r\n");
        }
        fields.forEach(field ->
                head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        if (lacks("Content-Length") && lacks("Transfer-Encoding") && (length > 0 || !BODILESS.contains(method))) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        if (lacks("Connection")) {
            head.append("Connection: close\r\n");
        }
        return head.append("\r\n").toString();
    }

    private boolean lacks(String name) {
        return fields.stream().noneMatch(field -> field.is(name));
    }

    /// For a finding: what was asked, without secrets and not at full length.
    String shown() {
        var shown = new StringBuilder(method)
                .append(' ')
                .append(door.name())
                .append(' ')
                .append(cut(target));
        fields.stream()
                .filter(field -> !SECRET.contains(field.name().strip().toLowerCase(Locale.ROOT)))
                .forEach(field -> shown.append(" | ")
                        .append(cut(field.name()))
                        .append(": ")
                        .append(cut(field.value())));
        if (framed && !BODILESS.contains(method)) {
            var content = body.get();
            shown.append(" | ").append(content.length).append(" bytes ");
            shown.append(cut(new String(content, 0, Math.min(content.length, SHOWN), StandardCharsets.UTF_8)));
        }
        return shown.toString();
    }

    private static String cut(String whole) {
        var text = TOKEN.matcher(whole).replaceAll("$1…");
        var start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return UNPRINTABLE
                .matcher(start)
                .replaceAll(match -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) match.group().charAt(0)));
    }
}
