package cn.shouwang.gateway.arrival;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells an operator the reason in one line instead of a page of stack.
final class UnguardedAnalyzer extends AbstractFailureAnalyzer<Unguarded> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, Unguarded cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
