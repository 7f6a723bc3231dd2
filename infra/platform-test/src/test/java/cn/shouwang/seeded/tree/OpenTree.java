package cn.shouwang.seeded.tree;

import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
public class OpenTree {}
