package cn.shouwang.monitoring.photo;

/// Where a camera says it stood, in degrees (WGS 84), north and east positive.
public record Position(double latitude, double longitude) {

    static boolean isOnEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /// Nothing personal.
    @Override
    public String toString() {
        return "Position";
    }
}
