package cn.shouwang.gateway.problem;

/// A request that ends with a problem.
public final class Refused extends RuntimeException {

    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.code(), null, false, false); // an expected answer, not a fault: no stack trace
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
