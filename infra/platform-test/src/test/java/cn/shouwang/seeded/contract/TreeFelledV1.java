package cn.shouwang.seeded.contract;

public record TreeFelledV1(String tree) {}
