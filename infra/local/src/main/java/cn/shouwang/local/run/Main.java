package cn.shouwang.local.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The commands behind the script `shouwang`.
///
/// Exit codes: 0 it went well, 1 it did not, 2 the command line was not understood.
public final class Main {

    private static final String USAGE = """
            用法 usage: ./shouwang COMMAND
              up [--demo] [--detach] [--data DIR] [--mongo URI] [--kafka SERVERS] [--NAME-port N …]
                                      启动全部 start everything (NAME: gateway identity monitoring employment mongo kafka)
              down                    停止全部 stop everything
              status                  各进程状态 state of every process
              logs [SERVICE] [-f]     日志 logs
              test [MODULE] [--containers]   全部测试 all tests
              demo [--seed N] [--households N]   装载示范县 load the synthetic county
              audit COMMAND …         核对、导出、证明、追溯日志 verify, export, prove and explain the logs
              drill NAME …            故障演练 a failure drill
              bench NAME …            性能对比 a benchmark""";

    private static final int MISUSED = 2;

    private final Screen screen;

    private Main(Screen screen) {
        this.screen = screen;
    }

    /// Runs one command and exits with its code.
    public static void main(String[] args) {
        // The output is Chinese and UTF-8 whatever the locale says.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Main(new Screen(out)).run(List.of(args)));
    }

    private int run(List<String> args) {
        try {
            return args.isEmpty() ? usage(MISUSED) : command(args.getFirst(), args.subList(1, args.size()));
        } catch (Options.Misused e) {
            screen.line(String.valueOf(e.getMessage()));
            return MISUSED;
        } catch (ClassPath.NotBuilt e) {
            screen.line(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int command(String command, List<String> args) {
        return switch (command) {
            case "up" -> up(args);
            case "down" -> without(args, () -> new Down(Home.find(), screen).run());
            case "status" -> without(args, () -> new Status(Home.find(), screen).run());
            case "logs" -> new Logs(Home.find(), screen).run(Options.parse(args, Logs.OPTIONS));
            case "test" -> new TestRun(Home.find(), screen).run(Options.parse(args, TestRun.OPTIONS));
            case "demo" -> demo(args);
            case "audit" -> new Audit(Home.find(), screen).run(args);
            case "drill" -> new Bench(Home.find(), screen).run("Drill", args);
            case "bench" -> new Bench(Home.find(), screen).run("Bench", args);
            case "help", "--help", "-h" -> usage(0);
            default -> {
                screen.line("没有这个命令 no such command: " + command);
                yield usage(MISUSED);
            }
        };
    }

    private int up(List<String> args) {
        var options = Options.parse(args, Up.OPTIONS);
        var home = Home.find();
        if (!options.words().isEmpty()) {
            throw new Options.Misused("up: " + options.words());
        }
        return options.has("detach")
                ? new Detach(Up.settings(home, options), screen).run(args)
                : new Up(home, options, screen).run();
    }

    private int demo(List<String> args) {
        var home = Home.find();
        var runner = RunnerFile.in(SuiteSettings.of(home.root()).run());
        var url = runner.url();
        if (url.isEmpty()) {
            screen.line("先启动 start it first: ./shouwang up");
            return 1;
        }
        var all = new ArrayList<>(List.of("--url", url.get()));
        runner.pid().note("passwords").ifPresent(file -> all.addAll(List.of("--passwords", file)));
        all.addAll(args);
        return new Bench(home, screen).run("Demo", all);
    }

    private interface Command {
        int run();
    }

    private static int without(List<String> args, Command command) {
        Options.parse(args, Options.known());
        return command.run();
    }

    private int usage(int code) {
        screen.line(USAGE);
        return code;
    }
}
