package io.quantloom.ui;

import io.quantloom.engine.backtest.RunBacktest;
import io.quantloom.engine.dataset.DescribeFeatures;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.label.DescribeLabels;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RollBackModel;
import io.quantloom.engine.registry.TrendModels.Served;
import io.quantloom.engine.tour.Checklist;
import io.quantloom.engine.trading.BotControl;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.ui.backtests.BacktestsPorts;
import io.quantloom.ui.factory.FactoryPorts;
import io.quantloom.ui.features.FeaturesPorts;
import io.quantloom.ui.paper.StartBotViewModel;
import io.quantloom.ui.predictions.PredictionsPorts;
import io.quantloom.ui.studies.StudiesPorts;
import io.quantloom.ui.task.TaskRunner;
import java.util.List;
import java.util.function.Supplier;

/**
 * What screens ask the engine to do.
 *
 * @param imports reads files of bars
 * @param sample makes the sample market
 * @param deleteSeries removes a series
 * @param research runs and opens backtests, moves aliases
 * @param training runs factory configurations
 * @param trading runs paper bots
 * @param checklist reads how far the first-run steps are
 * @param loop the whole loop on the sample market
 */
public record UseCases(
        ImportBars imports,
        MakeSampleMarket sample,
        DeleteSeries deleteSeries,
        Research research,
        Training training,
        Trading trading,
        Supplier<Checklist> checklist,
        TaskRunner.Work<?> loop) {

    /**
     * From a run to a Champion.
     *
     * @param runBacktest runs a backtest
     * @param backtests opens, analyzes and compares recorded ones
     * @param promoteModel moves an alias through its gates
     * @param rollBackModel sets Champion back
     */
    public record Research(
            RunBacktest runBacktest,
            BacktestsPorts.Look backtests,
            PromoteModel promoteModel,
            RollBackModel rollBackModel) {}

    /**
     * From bars to a run.
     *
     * @param file reads factory configurations
     * @param jobs runs them
     * @param studies runs their searches alone, and pauses them
     * @param features describes and checks what models see and are asked
     * @param pool the trend models in service, and who asks them
     */
    public record Training(
            FactoryFile file, FactoryPorts.Jobs jobs, StudiesPorts.Jobs studies, Features features, Pool pool) {}

    /**
     * The trend models.
     *
     * @param served those in service
     * @param batch asks them
     * @param explain says how an answer came about
     */
    public record Pool(Supplier<List<Served>> served, PredictionsPorts.Batch batch, PredictionsPorts.Explain explain) {}

    /**
     * What models see and are asked.
     *
     * @param sets the feature sets there are
     * @param describe says what the columns of one look like
     * @param check proves that one reads no future
     * @param labels labels a series and says what they are worth
     */
    public record Features(
            Supplier<List<FeatureSet>> sets,
            DescribeFeatures describe,
            FeaturesPorts.Check check,
            DescribeLabels labels) {}

    /**
     * Paper bots.
     *
     * @param control what can be asked of a running one
     * @param sessions begins and runs sessions
     * @param reconcileBot compares a session with its twin
     */
    public record Trading(BotControl control, StartBotViewModel.Sessions sessions, ReconcileBot reconcileBot) {}
}
