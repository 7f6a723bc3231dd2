package cn.shouwang.bench.county;

import java.util.ArrayList;
import java.util.List;

/// A step of a family's case, in the words of the procedure.
enum Step {
    OPEN(""),
    VISIT("/visit"),
    AUTHORIZE("/authorization"),
    APPRAISE("/appraisal"),
    PUBLICISE("/publicity"),
    TAKE_DOWN("/publicity-end"),
    REVIEW("/town-review"),
    DETERMINE("/determination"),
    ANNOUNCE("/announcement"),
    OBJECT("/objections"),
    UPHOLD("/objections/1/resolution"),
    RETURN("/town-return"),
    REJECT("/rejection");

    private final String path;

    Step(String path) {
        this.path = path;
    }

    /// Where it is sent, below the address of the household's case.
    String path() {
        return path;
    }

    /// The straight way through `last`, then what comes of it.
    static List<Step> through(Step last, Step... then) {
        var steps = new ArrayList<Step>();
        for (var step : List.of(OPEN, VISIT, AUTHORIZE, APPRAISE, PUBLICISE, TAKE_DOWN, REVIEW, DETERMINE, ANNOUNCE)) {
            steps.add(step);
            if (step == last) {
                break;
            }
        }
        steps.addAll(List.of(then));
        return List.copyOf(steps);
    }
}
