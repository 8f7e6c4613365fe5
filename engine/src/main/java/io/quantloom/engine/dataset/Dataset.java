package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.market.BarSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of one series to learn from: each label whose event bar has every feature defined, oldest first. The
 * positive class is label +1, the rest is negative. Immutable; the rows it hands out must not be changed.
 */
public final class Dataset {

    private final BarSeries bars;
    private final FeatureSet features;
    private final FeatureMatrix matrix;
    private final Labels labels;
    private final int[] places;
    private final double[][] rows;
    private final double[] weights;
    private final Sha256 fingerprint;

    private Dataset(
            BarSeries bars,
            FeatureSet features,
            FeatureMatrix matrix,
            Labels labels,
            int[] places,
            double[][] rows,
            double[] weights) {
        this.bars = bars;
        this.features = features;
        this.matrix = matrix;
        this.labels = labels;
        this.places = places;
        this.rows = rows;
        this.weights = weights;
        this.fingerprint = hash();
    }

    /**
     * Joins features and labels of a series; every sample has weight 1. MISSING_DATA when no label meets a complete row;
     * the failure names the columns that are never defined.
     *
     * @throws IllegalArgumentException if the matrix has not one row for every bar
     */
    public static Outcome<Dataset> join(BarSeries bars, FeatureSet features, FeatureMatrix matrix, Labels labels) {
        if (matrix.rows() != bars.size() || !matrix.names().equals(features.columns())) {
            throw new IllegalArgumentException("the matrix is not that of these bars and features");
        }
        int[] places = new int[labels.size()];
        int size = 0;
        for (int i = 0; i < labels.size(); i++) {
            if (matrix.isDefined(labels.bar(i))) {
                places[size++] = i;
            }
        }
        if (size == 0) {
            return Outcome.failed(nothingToLearn(bars, matrix, labels));
        }
        double[] weights = new double[size];
        Arrays.fill(weights, 1.0);
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = matrix.row(labels.bar(places[i]));
        }
        return Outcome.success(new Dataset(bars, features, matrix, labels, Arrays.copyOf(places, size), rows, weights));
    }

    private static Failure nothingToLearn(BarSeries bars, FeatureMatrix matrix, Labels labels) {
        List<String> missing = new ArrayList<>();
        for (int c = 0; c < matrix.names().size(); c++) {
            if (matrix.isUndefinedThroughout(c)) {
                missing.add(matrix.names().get(c));
            }
        }
        boolean tooShort = missing.isEmpty() || labels.size() == 0;
        return Failure.of(
                Reason.MISSING_DATA,
                "bars with every feature defined and a decided label",
                tooShort
                        ? "none in " + bars.size() + " bars and " + labels.size() + " labels"
                        : "no value at all in " + String.join(", ", missing),
                bars.key().toString(),
                tooShort ? "take more bars" : "take a list of features without them");
    }

    /** Returns these samples with other weights, one above zero for each, in their order. */
    public Dataset withWeights(double[] others) {
        if (others.length != places.length) {
            throw new IllegalArgumentException(others.length + " weights for " + places.length + " samples");
        }
        for (double weight : others) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a weight must be finite and above zero, was " + weight);
            }
        }
        return new Dataset(bars, features, matrix, labels, places, rows, others.clone());
    }

    /** {@return the series} */
    public BarSeries bars() {
        return bars;
    }

    /** {@return the feature set} */
    public FeatureSet features() {
        return features;
    }

    /** {@return the features of every bar, for predictions between samples} */
    public FeatureMatrix matrix() {
        return matrix;
    }

    /** {@return the labels' definition as canonical text} */
    public String label() {
        return labels.definition();
    }

    /** {@return the position that a positive label of sample {@code i} pays: +1 long, −1 short} */
    public int side(int i) {
        return labels.side(places[i]);
    }

    /** {@return the number of samples} */
    public int size() {
        return places.length;
    }

    /** {@return the event bar of sample {@code i}} */
    public int bar(int i) {
        return labels.bar(places[i]);
    }

    /** {@return the bar that decided the label of sample {@code i}} */
    public int end(int i) {
        return labels.end(places[i]);
    }

    /** {@return whether the label of sample {@code i} is +1} */
    public boolean isPositive(int i) {
        return labels.label(places[i]) > 0;
    }

    /** {@return the features of sample {@code i}, the array itself} */
    public double[] row(int i) {
        return rows[i];
    }

    /** {@return the weight of sample {@code i}, above zero} */
    public double weight(int i) {
        return weights[i];
    }

    /** {@return the label's return of sample {@code i}, of a position on its side, a fraction without costs} */
    public double realizedReturn(int i) {
        return labels.realizedReturn(places[i]);
    }

    /** {@return the first sample whose event bar is at or after the bar, {@link #size} if there is none} */
    public int firstAtOrAfter(int bar) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bar(middle) < bar) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * {@return SHA-256 over the bars' content hash, the feature set's fingerprint, the labels' definition and, sample by
     * sample, bar, end, class, weight and features: equal fingerprints, equal samples}
     */
    public Sha256 fingerprint() {
        return fingerprint;
    }

    private Sha256 hash() {
        MessageDigest digest = Sha256.digest();
        String head = bars.contentHash().hex() + "|" + features.fingerprint().hex() + "|" + labels.definition() + "|";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        ByteBuffer sample = ByteBuffer.allocate(9 + 8 + 8 * matrix.names().size());
        for (int i = 0; i < places.length; i++) {
            sample.clear();
            sample.putInt(bar(i))
                    .putInt(end(i))
                    .put((byte) (isPositive(i) ? 1 : 0))
                    .putDouble(weights[i]);
            for (double value : rows[i]) {
                sample.putDouble(value);
            }
            digest.update(sample.array());
        }
        return Sha256.of(digest);
    }
}
