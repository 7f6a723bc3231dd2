package cn.shouwang.seeded.tree;

import java.time.LocalDate;
import java.time.ZoneOffset;

record WallClock() {

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
