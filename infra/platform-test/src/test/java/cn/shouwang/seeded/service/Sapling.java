package cn.shouwang.seeded.service;

record Sapling() {}
