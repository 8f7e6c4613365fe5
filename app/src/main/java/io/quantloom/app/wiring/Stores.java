package io.quantloom.app.wiring;

import io.quantloom.engine.experiment.ArtifactStore;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.tuning.StudyStore;

/**
 * The ports of an open workspace.
 *
 * @param bars series, instruments, funding
 * @param runs experiments and runs
 * @param artifacts files by content
 * @param studies trials
 * @param registry models, versions, aliases
 * @param bots paper bots and their steps
 * @param predictions what models said
 */
public record Stores(
        BarStore bars,
        RunStore runs,
        ArtifactStore artifacts,
        StudyStore studies,
        RegistryStore registry,
        BotStore bots,
        PredictionStore predictions) {}
