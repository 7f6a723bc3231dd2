package cn.shouwang.evidence.verify;

/// A checkpoint as it is stored, `size` being the number it is filed under.
public record StoredNote(long size, String note) {}
