package cn.shouwang.bench.drill.intruder;

import java.time.Duration;
import java.util.Map;

/// What must be true for silence to mean anything: sessions and tokens are good, the county sees what was
/// planted, and the judge would find it if somebody else did.
final class Controls {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final World world;
    private final Judge judge;

    Controls(World world, Judge judge) {
        this.world = world;
        this.judge = judge;
    }

    /// @throws IllegalStateException when the drill would prove nothing
    void check() {
        if (world.reads().size() < 10 || world.commands().size() < 10) {
            throw new IllegalStateException("the description names too little: " + world.endpoints());
        }
        world.intruders().stream().filter(one -> !one.isNobody()).forEach(this::isSignedIn);
        var county = world.intruder(World.COUNTY);
        for (var home : world.planted().homes()) {
            var door = world.gateway().to("monitoring");
            var path = door.prefix() + "/households/" + home.household() + "/file";
            var seen = Wire.send(Request.get(door, path).by(county), PATIENCE);
            require(seen.status() == 200, "the county does not see what was planted");
            require(
                    judge.planted(county, "", seen.everything()).isEmpty(),
                    "the county is shown more than masked rows");
            require(
                    !judge.planted(Intruder.nobody(), "", seen.everything()).isEmpty(),
                    "the judge does not find what was planted");
        }
    }

    private void isSignedIn(Intruder intruder) {
        var me = Wire.send(Request.get(world.gateway(), "/me").by(intruder), PATIENCE);
        require(me.status() == 200, intruder.name() + " has no session");
        var endpoint = new Endpoint("monitoring", "GET", "/lines");
        var door = world.monitoring();
        var lines = Wire.send(
                Request.get(door, World.target(door, endpoint, Map.of())).by(intruder), PATIENCE);
        require(lines.status() != 401, intruder.name() + " has no good token");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
