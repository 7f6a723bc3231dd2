package cn.shouwang.monitoring.dataset;

/// What one accepted row says, under the keyed hash of the person: `high` and `low` are the two halves of
/// it, `record` tells one record of that person from another. `day` counts from 1970-01-01; `amountFen`,
/// `number` and `code` are 0, 0 and empty where the dataset has none.
public record Fact(long high, long low, long record, int day, long amountFen, int number, String code) {

    /// Nothing personal.
    @Override
    public String toString() {
        return "Fact";
    }
}
