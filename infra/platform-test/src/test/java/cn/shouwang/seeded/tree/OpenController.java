package cn.shouwang.seeded.tree;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenController {}
