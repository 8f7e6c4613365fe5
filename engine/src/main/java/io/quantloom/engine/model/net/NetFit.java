package io.quantloom.engine.model.net;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowModel;
import java.util.List;

/** From a plan to a model. */
final class NetFit {

    private NetFit() {}

    /** Trains. CALCULATION_FAILED when a weight is no number any more. */
    static Outcome<TrainedModel> of(String learner, NetPlan plan, PreparedRows rows, Seeds seeds, JobContext context) {
        var training = new NetTraining(plan, rows, seeds.child(learner).random());
        return training.run(context)
                .map(layers -> isFinite(layers)
                        ? Outcome.<TrainedModel>success(new RowModel(learner, new NetForm(rows.scaler(), layers)))
                        : Outcome.<TrainedModel>failed(Failure.of(
                                Reason.CALCULATION_FAILED,
                                "weights that stay finite",
                                "weights that exploded",
                                learner,
                                "set scale to " + PreparedRows.STANDARD + " or lower learning_rate")))
                .orElseGet(Outcome::canceled);
    }

    private static boolean isFinite(List<Layer> layers) {
        double sum = 0;
        for (Layer layer : layers) {
            for (float[] row : layer.weights) {
                for (float weight : row) {
                    sum += Math.abs(weight);
                }
            }
            for (float bias : layer.biases) {
                sum += Math.abs(bias);
            }
        }
        return Double.isFinite(sum);
    }
}
