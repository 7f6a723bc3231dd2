package cn.shouwang.monitoring.toolbox;

import cn.shouwang.platform.rule.RuleBroken;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// An expression of CEL over the [Fact]s of a household that says whether it is eligible, e.g.
/// `monitored && labour > 0 && 'UNSTABLE_WORK' in risks`.
///
/// CEL has no loops but those over a list, no state, no clock and no way out of the expression, so
/// evaluating one has no effect. It is bounded: [#LONGEST] characters, [#DEEPEST] nestings, and
/// [#MOST_STEPS] steps over lists in one evaluation, all lists together. Source: the language definition
/// of CEL; the bounds are far beyond what a policy of a county says. Immutable.
public final class Eligibility {

    static final int LONGEST = 2_000;
    static final int DEEPEST = 32;
    static final int MOST_STEPS = 2_000;

    /// Where an expression is wrong, and how: line from 1, column from 1, the message of the checker.
    public record Fault(int line, int column, String message) {}

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_STEPS)
            .enableHeterogeneousNumericComparisons(true) // the planner takes no other
            .build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    private static final LoadingCache<String, Eligibility> SOUND =
            Caffeine.newBuilder().maximumSize(1_000).build(Eligibility::read);

    private final CelRuntime.Program program;
    private final Set<Fact> speaksOf;

    private Eligibility(CelRuntime.Program program, Set<Fact> speaksOf) {
        this.program = program;
        this.speaksOf = speaksOf;
    }

    private static CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        Arrays.stream(Fact.values()).forEach(fact -> builder.addVar(fact.key(), fact.type()));
        return builder.build();
    }

    /// Reads an expression; refuses one that has faults with `toolbox.eligibility-faulty`, the first of
    /// them told with its place.
    public static Eligibility of(String expression) {
        return SOUND.get(expression);
    }

    /// Every fault of an expression, in order; none for a sound one.
    public static List<Fault> faults(String expression) {
        return COMPILER.compile(expression).getErrors().stream()
                .map(issue -> new Fault(
                        Math.max(issue.getSourceLocation().getLine(), 1),
                        Math.max(issue.getSourceLocation().getColumn() + 1, 1),
                        issue.getMessage()))
                .toList();
    }

    private static Eligibility read(String expression) {
        var faults = faults(expression);
        if (!faults.isEmpty()) {
            var first = faults.getFirst();
            throw new RuleBroken(
                    "toolbox.eligibility-faulty",
                    "line %d, column %d: %s".formatted(first.line(), first.column(), first.message()));
        }
        try {
            var tree = COMPILER.compile(expression).getAst();
            return new Eligibility(RUNTIME.createProgram(tree), speaksOf(tree));
        } catch (CelValidationException | CelEvaluationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Set<Fact> speaksOf(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .map(reference -> reference.name())
                .filter(Fact::isOne)
                .map(Fact::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class)));
    }

    /// The facts it speaks of, as far as they are known. A loop variable that bears the name of a fact
    /// counts as that fact.
    public Map<Fact, Object> used(Map<Fact, Object> facts) {
        var used = new EnumMap<Fact, Object>(Fact.class);
        facts.forEach((fact, value) -> {
            if (speaksOf.contains(fact)) {
                used.put(fact, value);
            }
        });
        return used;
    }

    /// What it says of these facts; the same facts always give the same verdict.
    public Verdict of(Map<Fact, Object> facts) {
        var values = facts.entrySet().stream()
                .collect(Collectors.toMap(fact -> fact.getKey().key(), Map.Entry::getValue));
        try {
            return switch (program.eval(values)) {
                case Boolean holds -> holds ? Verdict.ELIGIBLE : Verdict.NOT_ELIGIBLE;
                default -> Verdict.UNDECIDED;
            };
        } catch (CelEvaluationException _) {
            return Verdict.UNDECIDED;
        }
    }
}
