package cn.shouwang.seeded.tree;

import java.util.Random;

record Dice() {

    int roll() {
        return new Random(1).nextInt(6);
    }
}
