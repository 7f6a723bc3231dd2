package cn.shouwang.platform.projection;

/// The rows are being built and would answer with part of the truth. Answered 503, `view.building`;
/// try again in a moment.
public final class ViewBuilding extends RuntimeException {

    public ViewBuilding(String view) {
        super("rows of " + view + " are being built", null, false, false);
    }
}
