package cn.shouwang.bench.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The accounts of an installation, from its list of first passwords.
public final class Offices {

    /// Says that the list of first passwords lacks an account.
    public static final class Unknown extends RuntimeException {
        Unknown(String username) {
            super("no first password for " + username + "; start with: ./shouwang up --demo");
        }
    }

    private final Map<String, Office> offices;

    private Offices(Map<String, Office> offices) {
        this.offices = Map.copyOf(offices);
    }

    /// Reads a list of lines `username, password, …` between tabs; lines with `#` are for people.
    public static Offices of(String gateway, Path passwords) {
        var offices = new HashMap<String, Office>();
        try {
            for (var line : Files.readAllLines(passwords)) {
                var columns = line.split("\t", -1);
                if (!line.startsWith("#") && columns.length > 1) {
                    offices.put(columns[0], new Office(columns[0], columns[1], gateway));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + passwords, e);
        }
        return new Offices(offices);
    }

    /// @throws Unknown when the list does not have it
    public Office of(String username) {
        var office = offices.get(username);
        if (office == null) {
            throw new Unknown(username);
        }
        return office;
    }
}
