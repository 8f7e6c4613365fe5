package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.FeatureInput;
import io.quantloom.engine.dataset.FeatureInputs;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureStream;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A set put together from blocks. */
final class DefinedFeatures implements FeatureSet {

    private final String name;
    private final List<FeatureBlock> blocks;
    private final List<String> columns;
    private final List<FeatureInput> inputs;
    private final Sha256 fingerprint;
    private final FeatureInputs source;
    private final FeatureParameters parameters;
    private final NavigableMap<Timeframe, Integer> warmUps = new ConcurrentSkipListMap<>();

    /**
     * Takes the definition.
     *
     * @param definition name, version and blocks as canonical text
     * @param source of what the blocks need beside the bars
     * @param parameters that can still be set
     */
    DefinedFeatures(
            String name,
            String definition,
            List<FeatureBlock> blocks,
            FeatureInputs source,
            FeatureParameters parameters) {
        this.name = name;
        this.blocks = List.copyOf(blocks);
        this.columns =
                blocks.stream().flatMap(block -> block.columns().stream()).toList();
        this.inputs = blocks.stream()
                .flatMap(block -> block.inputs().stream())
                .sorted()
                .distinct()
                .toList();
        this.fingerprint = Sha256.ofText(definition);
        this.source = source;
        this.parameters = parameters;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SortedMap<String, String> parameters() {
        return parameters.open();
    }

    @Override
    public Outcome<FeatureSet> with(SortedMap<String, String> values) {
        return values.isEmpty() ? Outcome.success(this) : parameters.bind(name, values);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public int warmUp() {
        return warmUp(Timeframe.HOUR);
    }

    @Override
    public int warmUp(Timeframe timeframe) {
        return warmUps.computeIfAbsent(timeframe, frame -> WarmUp.of(this, frame));
    }

    @Override
    public List<FeatureInput> inputs() {
        return inputs;
    }

    @Override
    public MarketView view(BarSeries bars) {
        return source.view(bars, inputs);
    }

    @Override
    public FeatureMatrix compute(BarSeries bars) {
        return compute(view(bars));
    }

    @Override
    public FeatureMatrix compute(MarketView view) {
        double[][] values = new double[columns.size()][];
        int c = 0;
        for (FeatureBlock block : blocks) {
            for (double[] column : block.compute(view)) {
                values[c++] = column;
            }
        }
        return FeatureMatrix.ofColumns(columns, values);
    }

    @Override
    public DefinedStream stream(SeriesKey series) {
        return new DefinedStream(series, blocks, this::view);
    }

    @Override
    public FeatureStream stream(MarketView beside) {
        return new DefinedStream(beside.bars().key(), blocks, _ -> beside);
    }

    @Override
    public Sha256 fingerprint() {
        return fingerprint;
    }
}
