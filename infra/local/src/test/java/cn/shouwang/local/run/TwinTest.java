package cn.shouwang.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwinTest {

    private static final Program SERVICE = Program.ALL.stream()
            .filter(program -> program.name().equals("monitoring"))
            .findFirst()
            .orElseThrow();

    @TempDir
    Path root;

    @Test
    void a_twin_has_its_own_port_and_folder_and_shares_database_and_keys() {
        var one = surroundings().of(SERVICE);
        var two = surroundings().of(SERVICE.twin());
        assertThat(two.get("SERVER_PORT")).isEqualTo("2").isNotEqualTo(one.get("SERVER_PORT"));
        assertThat(two.get("DATA_DIR")).isNotEqualTo(one.get("DATA_DIR"));
        assertThat(two.get("MONGO_URI")).isEqualTo(one.get("MONGO_URI"));
        assertThat(two.get("KEYS_FILE")).isEqualTo(one.get("KEYS_FILE"));
    }

    @Test
    void the_gateway_finds_both_behind_one_door() {
        var gateway = surroundings().of(Program.GATEWAY);
        assertThat(gateway)
                .containsEntry("SHOUWANG_GATEWAY_SERVICES_MONITORING_URI", "http://127.0.0.1:9")
                .containsEntry("SHOUWANG_GATEWAY_SERVICES_EMPLOYMENT_URI", "http://127.0.0.1:3");
    }

    @Test
    void a_twin_runs_beside_its_service_only_where_it_was_asked_for() throws IOException {
        var home = new FixtureHome(root);
        var programs = List.of(home.program("alpha"), home.program("beta"));
        var alone = new Suite(home.settings(programs), programs, Progress.silent());
        assertThat(alone.processes()).containsExactly("alpha", "beta");
        var pair = new Suite(home.settings(programs).withTwin("alpha", 9), programs, Progress.silent());
        assertThat(pair.processes()).containsExactly("alpha", "alpha-2", "beta");
        assertThat(pair.port("alpha-2")).isPositive().isNotEqualTo(pair.port("alpha"));
    }

    private Surroundings surroundings() {
        var ports = Map.of(
                "monitoring", 1, "monitoring-2", 2, "monitoring-door", 9, "employment", 3, "identity", 4, "gateway", 5);
        return new Surroundings(
                ports,
                new MongoUri("mongodb://127.0.0.1:1"),
                "127.0.0.1:1",
                Installation.open(root.resolve("data"), List.of()),
                root.resolve("data"),
                false);
    }
}
