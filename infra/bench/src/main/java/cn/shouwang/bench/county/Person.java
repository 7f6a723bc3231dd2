package cn.shouwang.bench.county;

import java.time.LocalDate;

/// A made-up person. The id number begins with 999999, which is no place, and the phone with 160, which
/// is not given out, so neither can be anybody's.
public record Person(String name, String idNumber, String phone, LocalDate born) {

    /// Full years on `day`.
    int age(LocalDate day) {
        return born.until(day).getYears();
    }

    boolean male() {
        return (idNumber.charAt(16) - '0') % 2 == 1;
    }
}
