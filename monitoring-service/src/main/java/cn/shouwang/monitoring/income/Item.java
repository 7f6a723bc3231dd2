package cn.shouwang.monitoring.income;

/// A figure and whether it counts.
public record Item(Block block, String code, long amountFen, Source source, Proof proof, Standing standing) {

    Item(Figure figure, Standing standing) {
        this(figure.block(), figure.code(), figure.amountFen(), figure.source(), figure.proof(), standing);
    }

    Figure figure() {
        return new Figure(block, code, amountFen, source, proof);
    }

    /// What was answered, by which copies of other visits are noticed; who asked, when, and with
    /// what paper differs between copies as well.
    @Override
    public String toString() {
        return block + " " + code + " " + amountFen + " " + source;
    }
}
