package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Sha256;

/**
 * A file of a run. Immutable.
 *
 * @param path relative, with {@code /}, for example {@code backtest/result.json}
 * @param size in bytes
 * @param hash of the content, by which the store finds it
 */
public record Artifact(String path, long size, Sha256 hash) {}
