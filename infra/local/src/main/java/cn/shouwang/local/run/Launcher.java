package cn.shouwang.local.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts the programs of one suite, each with its environment, log and pid file.
///
/// `run` is where pid files and the server's ready file go, `logs` where output goes. `ownMongo` and
/// `ownKafka` say which of the two servers the server process opens.
record Launcher(
        Children children,
        SuiteSettings settings,
        Surroundings surroundings,
        Path run,
        Path logs,
        boolean ownMongo,
        boolean ownKafka) {

    Child start(Program program, List<String> flags) {
        var jvm = jvm(program);
        var environment = new HashMap<String, String>();
        environment.put("CLASSPATH", jvm.classPath());
        if (!program.equals(Program.SERVER)) {
            environment.putAll(surroundings.of(program));
        }
        return children.start(
                jvm.command(flags, arguments(program)), environment, log(program), PidFile.of(run, program.name()));
    }

    Jvm jvm(Program program) {
        return Jvm.of(program, ClassPath.of(settings.home(), program.module(), settings.cache()));
    }

    boolean isReady(Program program, Child child) {
        return program.equals(Program.SERVER)
                ? Readiness.file(readyFile(), child.pid())
                : Readiness.http(surroundings.port(program.name()));
    }

    Path log(Program program) {
        return logs.resolve(program.name() + ".log");
    }

    Path readyFile() {
        return run.resolve("server.ready");
    }

    private List<String> arguments(Program program) {
        if (!program.equals(Program.SERVER)) {
            return List.of();
        }
        var arguments = new ArrayList<>(List.of(
                "--data", surroundings.data().toString(), "--ready", readyFile().toString()));
        addPort(arguments, ownMongo ? Program.MONGO : null);
        addPort(arguments, ownKafka ? Program.KAFKA : null);
        return arguments;
    }

    private void addPort(List<String> arguments, @Nullable String server) {
        if (server != null) {
            arguments.add("--" + server + "-port");
            arguments.add(Integer.toString(surroundings.port(server)));
        }
    }
}
