package io.quantloom.engine.model;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Everything needed to serve a model and to train it again. Immutable.
 *
 * @param learner who learned it
 * @param parameters with which settings
 * @param features name of its feature set
 * @param featureFingerprint of that set when it was trained
 * @param label the label's definition as canonical text
 * @param series what it was trained on
 * @param dataHash content hash of those bars
 * @param datasetFingerprint of features, labels and split
 * @param trainedFrom open time of the first training bar
 * @param trainedTo open time of the last training bar
 * @param decision how it trades
 * @param modelHash of the model file
 * @param seed root seed
 * @param runtime versions of product, JDK, operating system and library
 */
public record ModelCard(
        String learner,
        Hyperparameters parameters,
        String features,
        Sha256 featureFingerprint,
        String label,
        SeriesKey series,
        Sha256 dataHash,
        Sha256 datasetFingerprint,
        Instant trainedFrom,
        Instant trainedTo,
        DecisionRule decision,
        Sha256 modelHash,
        long seed,
        SortedMap<String, String> runtime)
        implements VersionCard {

    @Override
    public Sha256 fileHash() {
        return modelHash;
    }
}
