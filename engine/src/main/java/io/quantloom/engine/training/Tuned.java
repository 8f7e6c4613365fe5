package io.quantloom.engine.training;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.tuning.Trial;

/**
 * What the search came to.
 *
 * @param prepared what it searched on
 * @param trading how candidates are traded
 * @param learner of the best trial
 * @param objective that scored it
 * @param best complete trial with the highest value
 */
record Tuned(
        Prepared prepared, CandidateTrading trading, Learner learner, WalkForwardObjective objective, Trial best) {}
