package cn.shouwang.platform.projection;

import java.util.List;

/// One page of a list: `items`, how many there are in all, the page's number from 1 and its size.
public record Page<T>(List<T> items, long total, int page, int size) {}
