package io.quantloom.engine.model.net;

import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.RowForm;
import io.quantloom.engine.model.learning.Standardizer;
import java.util.ArrayList;
import java.util.List;

/** Dense layers, cut off below zero between them; the last gives the log-odds. */
final class NetForm implements RowForm {

    static final int MOST_WIDTH = 100_000;
    private static final int MOST_LAYERS = 16;
    private static final int ROWS_AT_ONCE = 64;

    private final Standardizer scaler;
    private final List<Layer> layers;

    NetForm(Standardizer scaler, List<Layer> layers) {
        this.scaler = scaler;
        this.layers = List.copyOf(layers);
    }

    static NetForm read(ModelReader reader) {
        int columns = reader.whole(1, MOST_WIDTH);
        int count = reader.whole(1, MOST_LAYERS);
        Standardizer scaler = reader.scaler(columns);
        var layers = new ArrayList<Layer>();
        int inputs = columns;
        for (int l = 0; l < count; l++) {
            int outputs = l == count - 1 ? reader.whole(1, 1) : reader.whole(1, MOST_WIDTH);
            float[][] weights = new float[inputs][];
            for (int i = 0; i < inputs; i++) {
                weights[i] = reader.floats(outputs);
            }
            layers.add(new Layer(weights, reader.floats(outputs)));
            inputs = outputs;
        }
        return new NetForm(scaler, layers);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(columns()).whole(layers.size()).scaler(scaler);
        for (Layer layer : layers) {
            writer.whole(layer.outputs());
            for (float[] row : layer.weights) {
                writer.floats(row);
            }
            writer.floats(layer.biases);
        }
    }

    @Override
    public int columns() {
        return layers.getFirst().inputs();
    }

    @Override
    public double margin(double[] row) {
        return margins(new double[][] {row})[0];
    }

    @Override
    public double[] margins(double[][] rows) {
        double[] margins = new double[rows.length];
        float[][] inputs = new float[Math.min(ROWS_AT_ONCE, rows.length)][];
        List<float[][]> sums = layers.stream()
                .map(layer -> new float[inputs.length][layer.outputs()])
                .toList();
        for (int first = 0; first < rows.length; first += ROWS_AT_ONCE) {
            int size = Math.min(ROWS_AT_ONCE, rows.length - first);
            for (int b = 0; b < size; b++) {
                inputs[b] = narrowed(scaler.apply(rows[first + b]));
            }
            forward(layers, inputs, sums, size);
            for (int b = 0; b < size; b++) {
                margins[first + b] = sums.getLast()[b][0];
            }
        }
        return margins;
    }

    /** Writes the sums of all layers for the first {@code size} inputs, cut off below zero but for the last layer's. */
    static void forward(List<Layer> layers, float[][] inputs, List<float[][]> sums, int size) {
        float[][] from = inputs;
        for (int l = 0; l < layers.size(); l++) {
            float[][] out = sums.get(l);
            layers.get(l).forward(from, out, size);
            for (int b = 0; b < size && l < layers.size() - 1; b++) {
                cutOff(out[b]);
            }
            from = out;
        }
    }

    @Override
    public double probability(double margin) {
        return RowForm.sigmoid(margin);
    }

    /** Rounds to 32 bits; what they cannot hold becomes the largest they can. */
    static float[] narrowed(double[] row) {
        float[] narrow = new float[row.length];
        for (int c = 0; c < row.length; c++) {
            narrow[c] = (float) Math.clamp(row[c], -Float.MAX_VALUE, Float.MAX_VALUE);
        }
        return narrow;
    }

    private static void cutOff(float[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(values[j], 0);
        }
    }
}
