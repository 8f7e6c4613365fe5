package io.quantloom.app.wiring;

import io.quantloom.engine.dataset.DescribeFeatures;
import io.quantloom.engine.dataset.ExportFeatures;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.check.CheckFeatures;
import io.quantloom.engine.dataset.label.DescribeLabels;
import io.quantloom.engine.dataset.label.ExportLabels;

/**
 * The use cases of features and labels.
 *
 * @param sets the catalog of feature sets
 * @param exportFeatures writes features
 * @param checkFeatures looks for features that know the future
 * @param describeFeatures says what features look like
 * @param exportLabels writes labels
 * @param describeLabels says what labels are worth
 */
public record DatasetFeatures(
        FeatureSets sets,
        ExportFeatures exportFeatures,
        CheckFeatures checkFeatures,
        DescribeFeatures describeFeatures,
        ExportLabels exportLabels,
        DescribeLabels describeLabels) {}
