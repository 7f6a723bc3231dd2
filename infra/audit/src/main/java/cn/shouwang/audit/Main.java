package cn.shouwang.audit;

import cn.shouwang.evidence.Malformed;
import cn.shouwang.evidence.Tiles;
import java.util.List;

/// The commands behind `./shouwang audit`.
///
/// Exit codes: 0 good, 1 damaged or refused, 2 the command line was not understood, 3 cannot be judged with
/// what there is.
public final class Main {

    private static final String USAGE = """
            用法 usage: ./shouwang audit COMMAND
              verify  [WHERE] [--key VKEY|FILE …] [--held FILE|FOLDER …] [--witness VKEY|FILE …] [--json]
                                      日志是否被改动 whether a log was changed
              export  [WHERE] --to DIR [--key VKEY|FILE …]
                                      导出可离线核对的文件夹 a folder that can be verified offline
              prove   EVENT [WHERE] [--out FILE]     证明某事件在册 proof that an event stands in the log
              check   PROOF --key VKEY|FILE …        核对证明 check such a proof
              growth  [WHERE] --old N [--out FILE]   给联署方的增长证明 proof of growth, for a second party
              cosign  init --name NAME --key FILE
              cosign  sign GROWTH|EXPORT --key FILE --state DIR [--log VKEY|FILE]
                                      第二方联署 a second party's signature
              as-of   SUBJECT INSTANT|DAY [WHERE] [--by recorded|village] [--json]
                                      某对象当时的状态及由来 what was known of a subject, and how it came about
              diff    SUBJECT A B [WHERE] [--by recorded|village] [--json]
                                      两个时刻之间的变化 what changed between two moments
              replay  [WHERE] [--from P] [--to P] [--name NAME …] [--subject ID] [--json]
                                      按序列出事件 events in order
            WHERE: FOLDER（导出 an export）| --mongo URI | --data DIR，及 and --service NAME …
                   默认为本目录的系统 by default the suite of this checkout, running or not""";

    private static final int MISUSED = 2;
    private static final int UNJUDGED = 3;

    private final Screen screen;

    Main(Screen screen) {
        this.screen = screen;
    }

    /// Runs one command and exits with its code.
    public static void main(String[] args) {
        System.exit(new Main(Screen.terminal()).run(List.of(args)));
    }

    int run(List<String> args) {
        try {
            return args.isEmpty() ? usage(MISUSED) : command(args.getFirst(), args.subList(1, args.size()));
        } catch (Misused e) {
            screen.note(String.valueOf(e.getMessage()));
            return MISUSED;
        } catch (Unjudged e) {
            screen.note(String.valueOf(e.getMessage()));
            return UNJUDGED;
        } catch (Malformed e) {
            screen.note("不成立 (is not valid): " + e.getMessage());
            return 1;
        } catch (Tiles.Missing e) {
            screen.note("缺少瓦片，请先 verify (a tile is missing, verify first): " + e.getMessage());
            return 1;
        }
    }

    private int command(String command, List<String> args) {
        return switch (command) {
            case "verify" -> new Verify(screen).run(args);
            case "export" -> new Export(screen).run(args);
            case "prove" -> new Proving(screen).prove(args);
            case "check" -> new Proving(screen).check(args);
            case "growth" -> new Proving(screen).growth(args);
            case "cosign" -> new Cosigning(screen).run(args);
            case "as-of" -> new AsOf(screen).asOf(args);
            case "diff" -> new AsOf(screen).diff(args);
            case "replay" -> new Replay(screen).run(args);
            case "help", "--help", "-h" -> usage(0);
            default -> {
                screen.note("没有这个命令 no such command: " + command);
                yield usage(MISUSED);
            }
        };
    }

    private int usage(int code) {
        screen.line(USAGE);
        return code;
    }
}
