package io.quantloom.engine.experiment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a run when it begins. Immutable.
 *
 * @param experiment name of the experiment; made when there is none
 * @param name for people
 * @param parent the run it is nested in
 * @param started when it begins
 * @param params what goes in
 * @param tags by name
 */
public record RunDraft(
        String experiment,
        String name,
        Optional<RunId> parent,
        Instant started,
        Map<String, String> params,
        Map<String, String> tags) {

    /** Copies the maps. */
    public RunDraft {
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
    }
}
