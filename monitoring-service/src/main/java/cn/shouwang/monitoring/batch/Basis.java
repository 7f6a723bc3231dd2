package cn.shouwang.monitoring.batch;

import org.jspecify.annotations.Nullable;

/// On what a comparison rests: the ground's name and text as they stood, whether the department pushes the
/// data by itself, and the number of the letter or request, if there is one. A basis that is no push is the
/// household's own signature.
public record Basis(
        String ground, String text, boolean push, @Nullable String reference) {}
