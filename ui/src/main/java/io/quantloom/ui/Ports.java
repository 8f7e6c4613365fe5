package io.quantloom.ui;

import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.prediction.PredictionStore;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.engine.tuning.StudyStore;

/**
 * The stores that screens read.
 *
 * @param bars series and instruments
 * @param runs experiments and runs
 * @param studies trials
 * @param registry models and versions
 * @param bots paper bots and their steps
 * @param predictions what models said
 */
public record Ports(
        BarStore bars,
        RunStore runs,
        StudyStore studies,
        RegistryStore registry,
        BotStore bots,
        PredictionStore predictions) {}
