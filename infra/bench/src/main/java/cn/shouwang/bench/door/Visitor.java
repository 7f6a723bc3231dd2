package cn.shouwang.bench.door;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/// Someone without an account: reaches only what is public.
public final class Visitor implements Caller {

    private final Browser browser;

    public Visitor(String gateway) {
        this.browser = new Browser(URI.create(gateway));
    }

    @Override
    public Answer get(String path) {
        return browser.send(browser.to(path));
    }

    @Override
    public Answer get(String path, long position) {
        return browser.send(browser.to(path).header("Log-Position", Long.toString(position)));
    }

    @Override
    public Answer post(String path, Object form, String key) {
        return browser.send(browser.posting(path, form).header("Idempotency-Key", key));
    }

    /// Sends a file as it is.
    public Answer upload(String path, String type, byte[] file, String key) {
        return browser.send(browser.to(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /// As somebody does who holds a token, or says so.
    public Answer postAs(String token, String path, Object form) {
        return browser.send(browser.posting(path, form)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /// As somebody does who holds a token, or says so.
    public Answer getAs(String token, String path) {
        return browser.send(browser.to(path).header("Authorization", "Bearer " + token));
    }
}
