package cn.shouwang.bench;

import java.nio.file.Path;

/// The checkout whose build is measured and drilled.
final class Checkout {

    private Checkout() {}

    /// What the script `shouwang` says, by the system property `shouwang.home`.
    static Path home() {
        return Path.of(System.getProperty("shouwang.home", "")).toAbsolutePath().normalize();
    }
}
