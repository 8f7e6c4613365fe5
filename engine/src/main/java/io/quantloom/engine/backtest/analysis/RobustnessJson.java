package io.quantloom.engine.backtest.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.CostPoint;
import io.quantloom.engine.backtest.analysis.rerun.Neighbor;
import io.quantloom.engine.backtest.analysis.rerun.PerturbationScore;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file form of what other costs and parameters gave. */
final class RobustnessJson {

    private RobustnessJson() {}

    static void write(ObjectNode node, CostFrontier frontier) {
        ArrayNode fees = node.putArray("fees");
        frontier.fees().forEach(fees::add);
        ArrayNode slippages = node.putArray("slippages");
        frontier.slippages().forEach(slippages::add);
        ArrayNode delays = node.putArray("delays");
        frontier.delays().forEach(delays::add);
        node.put("own_fee", frontier.ownFee());
        node.put("own_slippage", frontier.ownSlippage());
        ArrayNode points = node.putArray("points");
        for (CostPoint point : frontier.points()) {
            ObjectNode each = points.addObject();
            each.put("fee", point.fee());
            each.put("slippage_bps", point.slippageBps());
            each.put("delay", point.delayBars());
            JsonFields.put(each, "sharpe_ratio", point.sharpe());
            JsonFields.put(each, "total_return", point.totalReturn());
            each.put("trades", point.trades());
        }
    }

    static CostFrontier frontier(JsonNode node) {
        return new CostFrontier(
                JsonFields.list(node, "fees", JsonNode::asDouble),
                JsonFields.list(node, "slippages", JsonNode::asDouble),
                JsonFields.list(node, "delays", JsonNode::asInt),
                JsonFields.number(node, "own_fee"),
                JsonFields.number(node, "own_slippage"),
                JsonFields.list(node, "points", RobustnessJson::point));
    }

    static void write(ObjectNode node, PerturbationScore score) {
        writeNeighbor(node.putObject("center"), score.center());
        JsonFields.put(node, "share", score.share());
        JsonFields.put(node, "mean_sharpe", score.meanSharpe());
        JsonFields.put(node, "worst_sharpe", score.worstSharpe());
        ArrayNode neighbors = node.putArray("neighbors");
        score.neighbors().forEach(neighbor -> writeNeighbor(neighbors.addObject(), neighbor));
    }

    static PerturbationScore perturbation(JsonNode node) {
        return new PerturbationScore(
                neighbor(JsonFields.field(node, "center")),
                JsonFields.number(node, "share"),
                JsonFields.number(node, "mean_sharpe"),
                JsonFields.number(node, "worst_sharpe"),
                JsonFields.list(node, "neighbors", RobustnessJson::neighbor));
    }

    private static CostPoint point(JsonNode node) {
        return new CostPoint(
                JsonFields.number(node, "fee"),
                JsonFields.number(node, "slippage_bps"),
                JsonFields.whole(node, "delay"),
                JsonFields.number(node, "sharpe_ratio"),
                JsonFields.number(node, "total_return"),
                JsonFields.whole(node, "trades"));
    }

    private static void writeNeighbor(ObjectNode node, Neighbor neighbor) {
        ObjectNode parameters = node.putObject("parameters");
        neighbor.parameters().forEach(parameters::put);
        JsonFields.put(node, "sharpe_ratio", neighbor.sharpe());
        JsonFields.put(node, "total_return", neighbor.totalReturn());
        node.put("trades", neighbor.trades());
    }

    private static Neighbor neighbor(JsonNode node) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        JsonFields.field(node, "parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asDouble()));
        return new Neighbor(
                parameters,
                JsonFields.number(node, "sharpe_ratio"),
                JsonFields.number(node, "total_return"),
                JsonFields.whole(node, "trades"));
    }
}
