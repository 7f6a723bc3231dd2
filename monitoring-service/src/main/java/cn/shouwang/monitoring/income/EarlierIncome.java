package cn.shouwang.monitoring.income;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How the income of a visit that was stored before there was a table of items is read today.
///
/// Every figure counted, was of the whole window, and was collected by whoever entered the visit,
/// on its day. The net income follows from the items; claims were not asked for, so there is no
/// reference income.
public final class EarlierIncome {

    private EarlierIncome() {}

    /// Completes `visit.income` of a visit on that day.
    public static void complete(ObjectNode visit, String on) {
        var income = (ObjectNode) visit.get("income");
        var net = 0L;
        for (var node : income.get("items")) {
            var item = (ObjectNode) node;
            net += signed(item);
            item.set("proof", proof(income, visit.get("collector").stringValue(), on));
            item.put("standing", Standing.COUNTED.name());
        }
        var perHead =
                Formula.NATIONAL_FORM_2023.perHead(net, income.get("members").intValue());
        income.set("net", node().put("fen", net).put("perHeadFen", perHead));
        income.putNull("reference");
        income.set("rule", rule());
    }

    /// Other blocks are no part of the net income.
    private static long signed(ObjectNode item) {
        var fen = item.get("amountFen").longValue();
        return switch (Block.valueOf(item.get("block").stringValue())) {
            case WAGE, OPERATING, PROPERTY, TRANSFER_IN -> fen;
            case OPERATING_EXPENSE -> -fen;
            case PRODUCTION_TAX, TRANSFER_OUT -> 0;
        };
    }

    private static ObjectNode proof(ObjectNode income, String collector, String on) {
        var proof = node();
        proof.set("from", income.get("from"));
        proof.set("to", income.get("to"));
        proof.putArray("evidence");
        return proof.put("collector", collector).put("on", on);
    }

    private static ObjectNode rule() {
        return node().put("formula", Formula.NATIONAL_FORM_2023.name())
                .putNull("window")
                .putNull("edition")
                .putNull("items");
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
